import { spawnSync } from 'node:child_process';
import { bgNbdLikelihood } from '../../functions/domain/value/bg-nbd/bg-nbd-likelihood.ts';
import { mergeCells } from '../../functions/domain/value/cells.ts';
import { fitPurchaseModel } from '../../functions/domain/value/fit-purchase-model.ts';
import { expectedValuePerOccasion } from '../../functions/domain/value/gamma-gamma/expected-value.ts';
import { fitGammaGamma } from '../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import { gammaGammaLikelihood } from '../../functions/domain/value/gamma-gamma/gamma-gamma-likelihood.ts';
import { spendersOf } from '../../functions/domain/value/gamma-gamma/spenders.ts';
import { monthlyHorizon } from '../../functions/domain/value/horizon.ts';
import { Outlooks } from '../../functions/domain/value/outlooks.ts';
import { populationOf } from '../../functions/domain/value/population.ts';
import { probabilityAlive } from '../../functions/domain/value/purchase-model.ts';
import type { PurchaseSummaries } from '../../functions/domain/value/summary.ts';

/** One thing that takes time. `likelihoodOf` says by how much the log-likelihood found exceeds that of other parameters. */
export interface Timing {
  what: 'fit BG/NBD' | 'fit Pareto/NBD' | 'fit Gamma-Gamma' | 'score' | 'whole process, scores' | 'whole process, CSV';
  seconds: number;
  megabytes: number | null;
  /** What a peer took for the same, its runs between ours; null where it did not run beside us. */
  peerSeconds: number | null;
  likelihoodOf: ((parameters: readonly number[]) => number) | null;
}

/** Times fits from cold and the scoring of everybody: P(alive), occasions in 52 weeks, discounted value of 12 months. */
export function measureInProcess(summaries: PurchaseSummaries, runs: number): Timing[] {
  const purchase = fitPurchaseModel('bg-nbd', summaries);
  const spend = fitGammaGamma(summaries);
  const timing = (what: Timing['what'], run: () => unknown, likelihoodOf: Timing['likelihoodOf'] = null): Timing => ({ what, seconds: medians(runs, run)[0]!, megabytes: null, peerSeconds: null, likelihoodOf });
  return [
    timing('fit BG/NBD', () => fitPurchaseModel('bg-nbd', summaries), (other) => purchase.logLikelihood - bgNbdLikelihood(mergeCells(summaries))(Float64Array.from(other, Math.log)).value),
    ...(summaries.length > 100_000 ? [] : [timing('fit Pareto/NBD', () => fitPurchaseModel('pareto-nbd', summaries))]),
    ...(spend ? [
      timing('fit Gamma-Gamma', () => fitGammaGamma(summaries), ([p, q, v]) => {
        const spenders = spendersOf(summaries);
        return spend.logLikelihood - gammaGammaLikelihood(spenders)(Float64Array.of(Math.log(p!), Math.log(q!), Math.log(v! / spenders.scale))).value + spenders.length * Math.log(spenders.scale);
      }),
      timing('score', () => {
        const { length, frequency, recency, age, monetaryValue } = summaries;
        const population = populationOf(summaries);
        const year = new Outlooks(purchase, { steps: 1, stepWeeks: 52, discountPerStep: 1 }, population);
        const months = new Outlooks(purchase, monthlyHorizon(12, 0.1), population);
        const [alive, occasions, value] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
        for (let i = 0; i < length; i++) {
          alive[i] = probabilityAlive(purchase, frequency[i]!, recency[i]!, age[i]!);
          occasions[i] = alive[i]! * year.at(frequency[i]!, age[i]!).occasions;
          value[i] = alive[i]! * months.at(frequency[i]!, age[i]!).discounted * expectedValuePerOccasion(spend.parameters, frequency[i]!, monetaryValue[i]!);
        }
        return [alive, occasions, value];
      }),
    ] : []),
  ];
}

/** Times the command from its start to its end, with the most memory it held: scores worked out but not listed, and listed with intervals. A peer's process takes turns with the first. */
export function measureProcess(path: string, runs: number, peer: (() => void) | null): Timing[] {
  const timing = (what: Timing['what'], args: readonly string[], beside: (() => void)[]): Timing => {
    const [seconds, peerSeconds = null] = medians(runs, () => runCommand(path, args, []), ...beside);
    return { what, seconds: seconds!, peerSeconds, megabytes: megabytesOf(runCommand(path, args, ['--import', tellMemory])), likelihoodOf: null };
  };
  return [timing('whole process, scores', ['--json', '--customers', 'none'], peer ? [peer] : []), timing('whole process, CSV', ['--csv'], [])];
}

/** Loaded into the command only to learn its memory: it takes time itself. What the system accounts to a process begins with the size of the one that started it, so the high-water mark of its own memory is read. */
const tellMemory = 'data:text/javascript,import{readFileSync}from"node:fs";process.on("exit",()=>process.stderr.write("\\n"+/VmHWM:.*/.exec(readFileSync("/proc/self/status","utf8"))[0]))';

/**
 * Runs the command and returns what it said. Throws if it failed.
 * Without NODE_EXTRA_CA_CERTS: where it is set, Node.js 20 reads all certificates of the machine at every start, which takes longer than the start itself and is not what is measured.
 */
function runCommand(path: string, args: readonly string[], nodeArgs: readonly string[]): string {
  const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [...nodeArgs, 'infra/guibin.cjs', 'clv', path, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`guibin clv ${path} ended with ${status}: ${stderr}`);
  return stderr;
}

function megabytesOf(said: string): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(said)?.[1]) / 1024);
}

/** The median time of a few runs of each program after one that warms up; they take turns, so that a machine that changes its pace changes it for all. */
function medians(runs: number, ...programs: (() => unknown)[]): number[] {
  for (const run of programs) run();
  const rounds = Array.from({ length: runs }, () => programs.map((run) => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  }));
  return programs.map((_, program) => rounds.map((round) => round[program]!).sort((one, other) => one - other)[Math.floor(runs / 2)]!);
}
