import type { Retrier } from './definition.ts';

/** Errors that `States.ALL` does not cover (Step Functions, error names). */
const TERMINAL = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/** Whether a list of error names covers an error; `States.TaskFailed` covers all but a timeout. */
export function matches(names: string[], code: string): boolean {
  return names.some((name) => {
    if (name === 'States.ALL') return !TERMINAL.has(code);
    if (name === 'States.TaskFailed') return code !== 'States.Timeout' && !TERMINAL.has(code);
    return name === code;
  });
}

/** Index of the first retrier that covers the error, or -1 when it is used up or there is none. */
export function retrierFor(retriers: Retrier[], counts: number[], code: string): number {
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, code));
  const retrier = retriers[index];
  return retrier && (counts[index] ?? 0) < retrier.MaxAttempts ? index : -1;
}

/** Milliseconds to wait before the next attempt, after `count` earlier retries; `random` in [0, 1) spreads it when the retrier asks for jitter. */
export function delayBefore(retrier: Retrier, count: number, random: number): number {
  const seconds = Math.min(retrier.IntervalSeconds * retrier.BackoffRate ** count, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return seconds * 1000 * (retrier.JitterStrategy === 'FULL' ? random : 1);
}
