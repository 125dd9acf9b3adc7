import { defineMessages } from '../internal/localize.ts';

export const trendMessages = defineMessages({
  en: { open: '{period} is not over yet.', picture: 'Line chart of {name}; the table below has the numbers.', period: 'Period', low: 'From', high: 'To' },
  'zh-CN': { open: '{period}尚未结束。', picture: '{name}的折线图；数字见下方表格。', period: '期间', low: '下限', high: '上限' },
  'zh-TW': { open: '{period}尚未結束。', picture: '{name}的折線圖；數字見下方表格。', period: '期間', low: '下限', high: '上限' },
});
