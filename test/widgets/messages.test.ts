import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contactOutcomes } from '../../functions/contract/contact-answers.ts';
import { contactPurposes } from '../../functions/contract/contact-settings.ts';
import { presets } from '../../functions/domain/tiers/presets.ts';
import { messages as contactsEn } from '../../widgets/contacts/languages/en.ts';
import { messages as contactsCn } from '../../widgets/contacts/languages/zh-CN.ts';
import { messages as contactsTw } from '../../widgets/contacts/languages/zh-TW.ts';
import { messages as en } from '../../widgets/languages/en.ts';
import { messages as simplified } from '../../widgets/languages/zh-CN.ts';
import { messages as traditional } from '../../widgets/languages/zh-TW.ts';
import { texts } from '../../widgets/portal/texts.ts';

type Table = { [key: string]: string | Table };
const widgets = fileURLToPath(new URL('../../widgets', import.meta.url));
const own = await Promise.all(readdirSync(widgets, { withFileTypes: true, recursive: true })
  .filter(({ name }) => name === 'messages.ts')
  .map(async ({ parentPath }) => [parentPath.slice(widgets.length + 1), Object.values(await import(`${parentPath}/messages.ts`) as Record<string, Record<string, Table>>)[0]!] as const));
const tables: (readonly [string, Record<string, Table>])[] = [['core', { en, 'zh-CN': simplified, 'zh-TW': traditional }], ['contacts', { en: contactsEn, 'zh-CN': contactsCn, 'zh-TW': contactsTw }], ['portal', texts as unknown as Record<string, Table>], ...own];

describe.each(tables)('the messages of %s', (_, byLanguage) => {
  it('exist in all three languages', () => {
    expect(Object.keys(byLanguage).sort()).toEqual(['en', 'zh-CN', 'zh-TW']);
  });

  it.each(['zh-CN', 'zh-TW'])('leave no key out in %s, say something for each, and use the same placeholders', (language) => {
    const [ours, theirs] = [flat(byLanguage['en']!), flat(byLanguage[language]!)];
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    for (const [key, text] of ours) {
      expect(theirs.get(key)!.trim(), key).not.toBe('');
      expect(placeholders(theirs.get(key)!), key).toEqual(placeholders(text));
    }
  });

  it('are Chinese in Chinese, and written in the right script', () => {
    const [cn, tw] = [[...flat(byLanguage['zh-CN']!).values()].join(''), [...flat(byLanguage['zh-TW']!).values()].join('')];
    expect(cn).toMatch(/\p{Script=Han}/u);
    expect(cn).not.toMatch(/[門顧無級類頁銷還點數據]/);
    expect(tw).not.toMatch(/[门顾无级类页销还点数据]/);
  });
});

describe('codes the server may send', () => {
  it('cover every criterion of the policies that come with the product', () => {
    const codes = new Set([...JSON.stringify(presets).matchAll(/"criterion":"([\w-]+)"/g)].map(([, code]) => code!));
    expect(codes.size).toBeGreaterThan(2);
    for (const code of codes) expect(Object.keys(en.criteria)).toEqual(expect.arrayContaining([code, `${code}-missing`]));
  });

  it('cover every purpose and outcome of a contact', () => {
    expect(Object.keys(contactsEn.purposes).sort()).toEqual([...contactPurposes].sort());
    expect(Object.keys(contactsEn.why).sort()).toEqual([...contactPurposes].sort());
    expect(Object.keys(contactsEn.outcomes).sort()).toEqual([...contactOutcomes].sort());
  });

  it.each([['stage', ['prospect', 'new', 'growing', 'mature', 'drifting', 'dormant', 'lost', 'won-back']], ['action', ['resolve-complaint', 'ask-what-was-wrong', 'win-back', 'personal-contact', 'show-new-arrivals', 'low-cost-message']]])('cover every %s', (_, codes) => {
    expect(Object.keys(en.codes)).toEqual(expect.arrayContaining(codes));
  });
});

function flat(table: Table, path = ''): Map<string, string> {
  return new Map(Object.entries(table).flatMap(([key, value]) => typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)]));
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
