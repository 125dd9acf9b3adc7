import type { RunAnswer } from '../contract/answers.ts';
import type { RunList } from '../contract/service-answers.ts';
import type { Run, Runs, StepReport } from '../ports.ts';

/** What is known about a run; null for an id that was never given out. */
export async function readRun(runId: string, runs: Runs): Promise<RunAnswer | null> {
  const run = await runs.get(runId);
  return run && answerFor(run, await runs.reports(runId));
}

/** The latest published runs, newest first. */
export async function readRuns(limit: number, runs: Runs): Promise<RunList> {
  const published = await runs.recent(limit);
  const answers = await Promise.all(published.map(({ runId }) => readRun(runId, runs)));
  return { items: answers.filter((answer) => answer !== null) };
}

/** Parts of a step run side by side, so the slowest of them is how long the step took. */
function answerFor(run: Partial<Run> & Pick<Run, 'runId' | 'state' | 'startedAt'>, reports: readonly { step: string; report: StepReport }[]): RunAnswer {
  const counts: Record<string, number> = {};
  const durations: Record<string, number> = {};
  const cost = { readUnits: 0, writeUnits: 0 };
  for (const { step, report } of reports) {
    for (const [name, count] of Object.entries(report.counts)) counts[name] = (counts[name] ?? 0) + count;
    durations[step] = Math.max(durations[step] ?? 0, report.milliseconds);
    cost.readUnits += report.readUnits;
    cost.writeUnits += report.writeUnits;
  }
  const { runId, state, step = null, asOf = null, policyVersion = null, factsThrough = null, startedAt, endedAt = null, error = null } = run;
  return { runId, state, step, asOf, policyVersion, factsThrough, startedAt, endedAt, error, counts, durations, cost };
}
