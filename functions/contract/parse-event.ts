import type { z } from 'zod';
import { eventSchemas, eventTypes, type EventType } from './events.ts';

/** An event that has been checked, told apart by `kind`. */
export type ParsedEvent = { [Kind in EventType]: { kind: Kind } & z.output<(typeof eventSchemas)[Kind]> }[EventType];

/** What is wrong with one field. `value` is a short form of what was sent, or undefined where it may not be repeated. */
export interface EventProblem {
  field: string;
  value: unknown;
  problem: string;
}
export type ParseResult = { ok: true; event: ParsedEvent } | { ok: false; problems: EventProblem[] };

/** Largest detail accepted, in bytes of its JSON. */
export const maxDetailBytes = 256 * 1024;
const maxFutureMs = 24 * 3_600_000;
const maxProblems = 20;
const maxEchoed = 80;

const currencies = new Set(Intl.supportedValuesOf('currency'));
/** What people wrote about people: named in a problem, never repeated in it. */
const personal = new Set(['hard', 'soft', 'comment', 'note', 'subject', 'outcome', 'name', 'phone', 'email', 'address']);

/**
 * Checks one event as any sender may have written it and gives it its type, or says which fields are wrong and why.
 * `now` decides what counts as the future. Never throws, whatever `detail` is.
 */
export function parseEvent(detailType: string, detail: unknown, now: Date): ParseResult {
  if (!isEventType(detailType)) {
    return refuse('detail-type', echo(detailType), `is not one of ${eventTypes.join(', ')}`);
  }
  const tooLarge = problemWithSize(detail);
  if (tooLarge) return refuse('detail', undefined, tooLarge);

  const parsed = eventSchemas[detailType].safeParse(detail);
  if (!parsed.success) {
    const firstByField = new Map<string, EventProblem>();
    for (const issue of parsed.error.issues) {
      const problem = problemOf(issue, detail);
      if (!firstByField.has(problem.field)) firstByField.set(problem.field, problem);
      if (firstByField.size === maxProblems) break;
    }
    return { ok: false, problems: [...firstByField.values()] };
  }
  const event = { kind: detailType, ...parsed.data } as ParsedEvent;
  const problems = problemsOfMeaning(event, now);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, event };
}

/** All problems on one line, such as `lines[0].quantity: must be at least 1 (got -2)`. */
export function describeProblems(problems: readonly EventProblem[]): string {
  return problems
    .map(({ field, value, problem }) => (value === undefined ? `${field}: ${problem}` : `${field}: ${problem} (got ${JSON.stringify(value)})`))
    .join('; ')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

function isEventType(detailType: string): detailType is EventType {
  return Object.hasOwn(eventSchemas, detailType);
}

function refuse(field: string, value: unknown, problem: string): ParseResult {
  return { ok: false, problems: [{ field, value, problem }] };
}

function problemWithSize(detail: unknown): string | undefined {
  let json: string;
  try {
    json = JSON.stringify(detail) ?? '';
  } catch {
    return 'is not JSON, or is nested too deeply';
  }
  // A UTF-16 unit is at most three bytes of UTF-8, so short texts need no counting.
  if (json.length * 3 <= maxDetailBytes) return undefined;
  const bytes = new TextEncoder().encode(json).length;
  return bytes > maxDetailBytes ? `is ${bytes} bytes of JSON; the most is ${maxDetailBytes}` : undefined;
}

/** What a schema of shapes cannot say: is the currency real, can the time have come. */
function problemsOfMeaning(event: ParsedEvent, now: Date): EventProblem[] {
  const problems: EventProblem[] = [];
  if (event.kind === 'SaleRecorded' && !currencies.has(event.currency)) {
    problems.push({ field: 'currency', value: event.currency, problem: 'is not an ISO 4217 currency in use' });
  }
  const latest = now.getTime() + maxFutureMs;
  for (const field of ['occurredAt', 'recordedAt'] as const) {
    const instant = event[field];
    if (instant === undefined) continue;
    const ms = Date.parse(instant);
    if (Number.isNaN(ms)) problems.push({ field, value: instant, problem: 'is not a time that exists' });
    else if (ms > latest) problems.push({ field, value: instant, problem: 'is more than 24 hours in the future' });
  }
  return problems;
}

function problemOf(issue: z.core.$ZodIssue, detail: unknown): EventProblem {
  let sent: unknown = detail;
  for (const key of issue.path) sent = sent === null || sent === undefined ? undefined : (sent as Record<PropertyKey, unknown>)[key];
  const missing = issue.code === 'invalid_type' && sent === undefined;
  return {
    field: fieldName(issue.path),
    value: issue.path.some((key) => typeof key === 'string' && personal.has(key)) ? undefined : echo(sent),
    problem: missing ? 'is missing' : issue.message.replace(/^Invalid input: /, ''),
  };
}

function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'detail';
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`)).join('');
}

/** Numbers and short texts as they are, long texts cut; lists and objects only by what they are, since anything may be inside. */
function echo(value: unknown): unknown {
  if (typeof value === 'string') return value.length > maxEchoed ? `${value.slice(0, maxEchoed - 1)}…` : value;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return value;
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
