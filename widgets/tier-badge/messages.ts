import { defineMessages } from '../internal/localize.ts';

export const noTier = defineMessages({ en: { none: 'No tier' }, 'zh-CN': { none: '无等级' }, 'zh-TW': { none: '無等級' } });
