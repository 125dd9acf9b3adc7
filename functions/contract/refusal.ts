import type { z } from 'zod';

/** Why a value is not accepted: in English, and as a code with what belongs to it, so that each language can make a sentence of it. */
export interface Refusal { problem: string; code: string; params: Record<string, string | number> }

type Issue = z.core.$ZodIssue;
type Told = { [code in Issue['code']]?: (issue: Extract<Issue, { code: code }>) => Refusal };

/** What a schema says by itself is about types; people are told what to write. */
const bySchema = /^(Invalid|Too)\b/;

/** What a schema found wrong with a value that was sent, undefined where none was. */
export function refusalOf(issue: Issue, sent: unknown): Refusal {
  if (issue.code === 'invalid_type' && sent === undefined) return refusal('missing', 'is missing');
  const tell = told[issue.code] as ((issue: Issue) => Refusal) | undefined;
  const refused = tell?.(issue) ?? refusal('other', issue.message);
  return bySchema.test(issue.message) ? refused : { ...refused, problem: issue.message };
}

const told: Told = {
  custom: ({ message, params: { code = 'other', ...params } = {} }) => refusal(String(code), message, params),
  invalid_type: ({ expected }) => {
    if (expected === 'int') return refusal('whole-number', 'must be a whole number');
    if (expected === 'number') return refusal('number', 'must be a number');
    return refusal('kind', `must be ${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`, { expected });
  },
  too_small: ({ origin, minimum, inclusive }) => {
    if (origin === 'number' || origin === 'int') return inclusive ? refusal('at-least', `must be at least ${minimum}`, { minimum: Number(minimum) }) : refusal('more-than', `must be more than ${minimum}`, { minimum: Number(minimum) });
    if (origin === 'string' && minimum === 1) return refusal('empty', 'must not be empty');
    return refusal('too-short', `needs at least ${minimum}`, { minimum: Number(minimum) });
  },
  too_big: ({ origin, maximum }) => {
    const most = { maximum: Number(maximum) };
    return origin === 'number' || origin === 'int' ? refusal('at-most', `must be at most ${maximum}`, most) : refusal('too-long', `must not be longer than ${maximum}`, most);
  },
  invalid_format: ({ format, message }) => refusal(format === 'date' ? 'date' : 'other', message),
  invalid_value: ({ values }) => refusal('one-of', `must be one of ${values.join(', ')}`, { options: values.join(', ') }),
};

function refusal(code: string, problem: string, params: Refusal['params'] = {}): Refusal {
  return { problem, code, params };
}
