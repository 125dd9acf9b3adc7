import { purposes, type Purpose } from './purposes.ts';

export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];
type Text = Readonly<Record<Language, string>>;

/** The texts of all contacts. Every message begins with the salutation and ends with the signature "brand + store". */
export interface Templates { salutation: Text; anonymousSalutation: Text; signature: Text; bodies: Readonly<Record<Purpose, Text>> }

const everywhere = ['brand', 'store', 'points', 'tier'] as const;
/** What a body may mention besides brand, store, points and tier. */
const special: Partial<Record<Purpose, readonly string[]>> = {
  'thank-you': ['day'], 'day-30': ['day'], 'upgrade-near': ['amount', 'targetTier', 'deadline'], 'downgrade-near': ['amount', 'targetTier', 'deadline'],
  promotion: ['title', 'day'], invitation: ['title', 'day'], launch: ['title', 'day'], 'new-arrivals': ['title', 'day'],
  festival: ['title', 'day'], weather: ['title', 'day'], travel: ['title', 'day'], anniversary: ['years'], birthday: ['gift'],
};

/** The placeholders that the body of a purpose may contain. */
export function placeholdersOf(purpose: Purpose): ReadonlySet<string> {
  return new Set([...everywhere, ...(special[purpose] ?? [])]);
}

/** What is wrong with a text, so that whoever saves it can be told where. */
export interface TemplateProblem {
  where: Purpose | 'salutation' | 'anonymousSalutation' | 'signature';
  language: Language;
  code: 'empty' | 'unknown-placeholder' | 'differs-from-other-languages' | 'stray-brace';
  placeholder?: string;
}

const placeholder = /\{(\w+)\}/g;
const namesIn = (text: string): Set<string> => new Set([...text.matchAll(placeholder)].map(([, name]) => name!));

/** Everything wrong with a set of templates: missing texts, placeholders nobody fills, and those that one language has and another lacks. */
export function checkTemplates(templates: Templates): TemplateProblem[] {
  return [
    ...checkText('salutation', templates.salutation, new Set(['name'])),
    ...checkText('anonymousSalutation', templates.anonymousSalutation, new Set()),
    ...checkText('signature', templates.signature, new Set(['brand', 'store'])),
    ...purposes.flatMap((purpose) => checkText(purpose, templates.bodies[purpose], placeholdersOf(purpose))),
  ];
}

function checkText(where: TemplateProblem['where'], text: Partial<Text> | undefined, allowed: ReadonlySet<string>): TemplateProblem[] {
  const used = new Set(languages.flatMap((language) => [...namesIn(text?.[language] ?? '')]));
  return languages.flatMap((language): TemplateProblem[] => {
    const own = text?.[language] ?? '';
    if (own.trim() === '') return [{ where, language, code: 'empty' }];
    const names = namesIn(own);
    return [
      ...[...names].filter((name) => !allowed.has(name)).map((name): TemplateProblem => ({ where, language, code: 'unknown-placeholder', placeholder: name })),
      ...[...used].filter((name) => !names.has(name)).map((name): TemplateProblem => ({ where, language, code: 'differs-from-other-languages', placeholder: name })),
      ...(/[{}]/.test(own.replace(placeholder, '')) ? [{ where, language, code: 'stray-brace' } as const] : []),
    ];
  });
}

/**
 * Puts values into a text, and leaves a part in square brackets out when a value in it is empty, such as a gift there is none of.
 * Throws a RangeError for a placeholder without a value, because nobody should read "{amount}".
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  const whole = text.replace(/\[([^[\]]*)\]/g, (_, part: string) => ([...namesIn(part)].some((name) => values[name] === '') ? '' : part));
  return whole.replace(placeholder, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`placeholder '${name}' has no value`);
    return value;
  });
}
