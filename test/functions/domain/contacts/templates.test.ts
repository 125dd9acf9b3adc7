import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../../functions/domain/contacts/default-templates.ts';
import { checkTemplates, fill, type Templates } from '../../../../functions/domain/contacts/templates.ts';

const withBody = (purpose: 'welcome' | 'promotion', text: Partial<Templates['bodies']['welcome']>): Templates => ({
  ...defaultTemplates, bodies: { ...defaultTemplates.bodies, [purpose]: { ...defaultTemplates.bodies[purpose], ...text } },
});

describe('templates', () => {
  it('of the default settings have nothing wrong in any language', () => {
    expect(checkTemplates(defaultTemplates)).toEqual([]);
  });

  it.each([
    ['a text that is missing', { en: ' ' }, [{ where: 'welcome', language: 'en', code: 'empty' }]],
    ['a brace without its partner', { en: '{points} and {tier' }, [{ where: 'welcome', language: 'en', code: 'stray-brace' }]],
    ['a placeholder that one language lacks', { 'zh-TW': '歡迎' }, [{ where: 'welcome', language: 'zh-TW', code: 'differs-from-other-languages', placeholder: 'points' }]],
  ] as const)('are refused for %s', (_, text, problems) => {
    expect(checkTemplates(withBody('welcome', text))).toEqual(problems);
  });

  it('are refused for a placeholder that nobody fills for this purpose', () => {
    const text = { 'zh-CN': '{amount}', 'zh-TW': '{amount}', en: '{amount}' };
    expect(checkTemplates(withBody('promotion', text)).map(({ code, placeholder }) => [code, placeholder])).toEqual(Array.from({ length: 3 }, () => ['unknown-placeholder', 'amount']));
  });

  it('leave a part in brackets out when there is nothing to put into it', () => {
    const text = 'happy birthday![ {gift} waits in {store}.]';
    expect(fill(text, { gift: 'A scarf', store: 'S01' })).toBe('happy birthday! A scarf waits in S01.');
    expect(fill(text, { gift: '', store: 'S01' })).toBe('happy birthday!');
  });

  it('are never sent with an empty placeholder', () => {
    expect(() => fill('spend {amount}', {})).toThrow(RangeError);
    expect(fill('{a} and {a}', { a: '{b}' })).toBe('{b} and {b}');
  });
});
