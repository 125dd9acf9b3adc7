import type { RunAnswer } from '../contract/answers.ts';
import { formatDay, parseDay, type BusinessCalendar } from '../domain/calendar.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';
import type { Clock, Night, Runs } from '../ports.ts';
import { readRun } from './read-runs.ts';

export interface RequestNightWorld { runs: Runs; night: Night; clock: Clock; calendar: BusinessCalendar; newId: () => string }

/** Starts a night, which is known from then on by its id. Throws UnanswerableQuestion for a day that is still to come. */
export async function requestNight(asOf: string | null, { runs, night, clock, calendar, newId }: RequestNightWorld): Promise<RunAnswer> {
  const now = clock.now();
  const today = calendar.dayOf(now.getTime());
  if (asOf !== null && parseDay(asOf) > today) throw new UnanswerableQuestion('asOf', asOf, `is still to come; today is ${formatDay(today)} in ${calendar.timeZone}`);
  const runId = newId();
  await runs.queue(runId, asOf, now);
  try {
    await night.start(runId, asOf);
  } catch (error) {
    await runs.setState(runId, { state: 'failed', endedAt: clock.now().toISOString(), error: 'the night could not be started' });
    throw error;
  }
  return (await readRun(runId, runs))!;
}
