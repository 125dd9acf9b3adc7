import { describe, expect, it } from 'vitest';
import { reachableBy } from '../../widgets/customer-card/reachable-by.ts';
import { messages as en } from '../../widgets/languages/en.ts';
import { messages as simplified } from '../../widgets/languages/zh-CN.ts';
import { messages as traditional } from '../../widgets/languages/zh-TW.ts';

const actions = ['resolve-complaint', 'ask-what-was-wrong', 'win-back', 'personal-contact', 'show-new-arrivals', 'low-cost-message'] as const;

describe('how a customer may be reached', () => {
  it.each([
    ['by the channel she prefers', { consent: { wechat: true, call: true }, preferredChannel: 'wechat' }, 'win-back', 'wechat'],
    ['by another channel she agreed to when she refused the one she prefers', { consent: { call: false, sms: true }, preferredChannel: 'call' }, 'ask-what-was-wrong', 'sms'],
    ['most personally when she prefers none', { consent: { post: true, email: true, call: true }, preferredChannel: null }, 'resolve-complaint', 'call'],
    ['without a call when a message is enough', { consent: { call: true, sms: true }, preferredChannel: 'call' }, 'low-cost-message', 'sms'],
    ['not at all when she refused', { consent: { call: false, sms: false }, preferredChannel: 'sms' }, 'win-back', null],
    ['not at all when she was never asked', { consent: {}, preferredChannel: 'wechat' }, null, null],
  ] as const)('is %s', (_, file, action, channel) => {
    expect(reachableBy(file, action)).toBe(channel);
  });

  it('is left open by the recommended actions themselves', () => {
    for (const { codes } of [en, simplified, traditional]) {
      for (const action of actions) expect(codes[action]).not.toMatch(/\bcall\b|phone|致电|致電|电话|電話/i);
    }
  });
});
