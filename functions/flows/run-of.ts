import { NightSuperseded, UnknownRun } from '../domain/errors.ts';
import type { Run, Runs, StepReport } from '../ports.ts';

/** The run a step works for. Throws UnknownRun. */
export async function runOf(runs: Runs, runId: string): Promise<Run> {
  const run = await runs.get(runId);
  if (!run) throw new UnknownRun(runId);
  return run;
}

interface Metered { runs: Runs; clock: { now(): Date }; meter: { take(): { readUnits: number; writeUnits: number } } }

/** No part of a night takes as long as this: a Lambda function has 15 minutes. */
const leaseMilliseconds = 20 * 60_000;

/** Takes or keeps the single-flight lock for long enough to do one more part; false while another run has it. */
export function holdLock({ runs, clock }: Pick<Metered, 'runs' | 'clock'>, runId: string): Promise<boolean> {
  const now = clock.now();
  return runs.lock(runId, now, new Date(now.getTime() + leaseMilliseconds));
}

/**
 * Runs one part of a step, which the run then shows as under way, and reports how long it took, what it counted and which request units it used.
 * Throws NightSuperseded when another run has taken the lock over meanwhile.
 */
export async function reported(world: Metered, runId: string, step: string, part: string, work: () => Promise<Record<string, number>>): Promise<void> {
  if (!await holdLock(world, runId)) throw new NightSuperseded(runId);
  await world.runs.setState(runId, { step });
  const started = world.clock.now().getTime();
  world.meter.take();
  const counts = await work();
  const report: StepReport = { counts, milliseconds: world.clock.now().getTime() - started, ...world.meter.take() };
  await world.runs.report(runId, step, part, report);
}
