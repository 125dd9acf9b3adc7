import { CommandFailed, UnusableInput } from '../errors.ts';
import { command, stackFlag, type Usage } from '../options.ts';
import { findStack } from '../stack.ts';
import { needDay, NightRun, runIdOf, type NightResult } from './night.ts';

const usage: Usage = {
  name: 'recompute',
  says: 'Runs the night now: every customer is recomputed and the readings are published in one step.',
  flags: {
    'as-of': { takes: 'DATE', says: 'business day up to which facts count (default: yesterday)' },
    wait: { says: 'wait until it has published' },
    ...stackFlag,
  },
};

/** `guibin recompute`. Exit code 0 when the night was started, or with `--wait` has published; 1 with the cause when it failed. */
export const runRecompute = command(usage, async (options) => {
  if (options.positionals.length > 0) throw new UnusableInput(`recompute takes no ${options.positionals[0]}; the date goes with --as-of`);
  const asOf = options.text('as-of');
  if (asOf !== undefined) needDay('as-of', asOf);
  const night = new NightRun(await findStack(options.text('stack'), process.env));
  try {
    const executionArn = await night.start(asOf);
    if (!options.has('wait')) {
      console.log(`started ${runIdOf(executionArn)}`);
      return 0;
    }
    let shown = '';
    const result = await night.wait(executionArn, (step) => {
      if (step !== shown) process.stderr.write(`${step} …\n`);
      shown = step;
    });
    if (!result.succeeded) throw new CommandFailed(`run ${result.runId} failed: ${result.cause ?? 'no cause given'}`);
    console.log(summaryOf(result));
    return 0;
  } finally {
    night.end();
  }
});

/** One line on a night that has published. */
export function summaryOf({ runId, asOf, milliseconds, steps }: NightResult): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const stepText = steps.map(({ step, milliseconds, counts }) => {
    const counted = Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ');
    return `${step} ${seconds(milliseconds)}${counted ? ` (${counted})` : ''}`;
  });
  return [`published ${runId}${asOf === undefined ? '' : ` as of ${asOf}`}`, ...stepText, `in all ${seconds(milliseconds)}`].join(' · ');
}
