/**
 * How fast lifetime value is fitted and scored, and how large a million customers become, with a peer's column where one is named.
 *
 * npm run bench:clv -- --data DIR [--million FILE] [--peer DIR] [--python PROGRAM] [--runs 5]
 * DIR of --data holds summaries/*.csv and cdnow_master.csv; FILE is a summary table of a million customers;
 * DIR of --peer holds bench_lifetimes.py and bench_e2e.py, which time the Python package lifetimes (to be found on PYTHONPATH), and may hold
 * bench_results.json with earlier timings that stand in, marked, where the scripts cannot run.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSummaries } from './clv-data.ts';
import { measureInProcess, measureProcess, type Timing } from './clv-measure.ts';
import { askPeer, type PeerTimings } from './clv-peer.ts';

const { values } = parseArgs({ options: {
  data: { type: 'string', default: '../shared/data' }, million: { type: 'string' }, peer: { type: 'string' }, python: { type: 'string', default: 'python3' }, runs: { type: 'string', default: '5' },
} });
const runs = Number(values.runs);
const files = ['cdnow_sample', 'cdnow_full', 'online_retail_asof'].map((name) => join(values.data, 'summaries', `${name}.csv`)).concat(values.million ?? []).filter(existsSync);
const raw = join(values.data, 'cdnow_master.csv');
if (files.length === 0) {
  console.error(`there are no summaries under ${values.data}; name their place with --data`);
  process.exit(2);
}

const goals: Partial<Record<Timing['what'], number>> = { 'fit BG/NBD': 30, 'fit Gamma-Gamma': 20, 'score': 20, 'whole process, scores': 8 };
const peer: PeerTimings | null = values.peer === undefined ? null : askPeer(values.peer, values.python, files, raw, runs);
if (peer) console.log(`peer: ${peer.source}`);
console.log(['what', 'where', 'guibin', 'peer', 'times', 'goal', 'log-likelihood − peer’s'].map(cell).join(''));
// Processes first: one that was started by a process with a million customers in memory takes longer.
if (existsSync(raw)) for (const timing of measureProcess(raw, runs, peer?.runProcess ?? null)) print(timing, raw);
for (const file of files) for (const timing of measureInProcess(loadSummaries(file), runs)) print(timing, file);
if (values.million !== undefined && existsSync(values.million)) for (const timing of measureProcess(values.million, 1, null)) print(timing, values.million);

function print({ what, seconds, megabytes, peerSeconds, likelihoodOf }: Timing, file: string): void {
  const theirs = peerSeconds ?? peer?.seconds(what, file) ?? null;
  // Goals are set for files large enough that nobody would notice less.
  const goal = file === raw || file === values.million || file.endsWith('cdnow_full.csv') ? goals[what] : undefined;
  const parameters = peer?.parameters(what, file);
  console.log([
    what, file.split('/').pop()!, `${(seconds * 1000).toFixed(1)} ms${megabytes === null ? '' : `, ${megabytes} MB`}`,
    theirs === null ? '' : `${(theirs * 1000).toFixed(0)} ms`, theirs === null ? '' : `${(theirs / seconds).toFixed(1)}×`,
    goal === undefined ? '' : theirs === null ? `${goal}×` : `${goal}× ${theirs / seconds >= goal ? 'met' : 'NOT MET'}`,
    parameters && likelihoodOf ? likelihoodOf(parameters).toExponential(2) : '',
  ].map(cell).join(''));
}

function cell(text: string): string {
  return text.padEnd(26);
}
