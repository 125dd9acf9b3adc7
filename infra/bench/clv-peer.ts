import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Timing } from './clv-measure.ts';

interface PeerFile { fit_bgnbd_s?: number; fit_gg_s?: number; score_s?: number; bgnbd?: Record<string, number>; gg?: Record<string, number> }

/** What the Python package lifetimes needs for the same work on the same files. */
export interface PeerTimings {
  source: string;
  seconds: (what: Timing['what'], file: string) => number | null;
  /** Parameters that it found, in the order of ours. */
  parameters: (what: Timing['what'], file: string) => number[] | null;
  /** Runs the whole of the peer's work on the raw file, as a process; null where it cannot run. */
  runProcess: (() => void) | null;
}

const secondsOf: Partial<Record<Timing['what'], 'fit_bgnbd_s' | 'fit_gg_s' | 'score_s'>> = { 'fit BG/NBD': 'fit_bgnbd_s', 'fit Gamma-Gamma': 'fit_gg_s', 'score': 'score_s' };

/** Runs the peer's scripts here and now; where they cannot run, takes the timings recorded beside them. */
export function askPeer(directory: string, python: string, files: readonly string[], raw: string, runs: number): PeerTimings {
  const out = join(mkdtempSync(join(tmpdir(), 'clv-peer-')), 'timings.json');
  const run = spawnSync(python, [join(directory, 'bench_lifetimes.py'), ...files, '--runs', String(runs), '--json', out], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (run.status !== 0) return recorded(directory, (run.stderr ?? '').trim().split('\n').pop() ?? String(run.error));
  const timed = (JSON.parse(readFileSync(out, 'utf8')) as { files: Record<string, PeerFile> }).files;
  return {
    ...timings('lifetimes, run here and now', timed, null),
    runProcess: () => {
      const { status } = spawnSync(python, [join(directory, 'bench_e2e.py'), 'cdnow', raw, '--runs', '1', '--warmup', '0'], { stdio: 'ignore' });
      if (status !== 0) throw new Error(`bench_e2e.py ended with ${status}`);
    },
  };
}

function recorded(directory: string, why: string): PeerTimings {
  const path = join(directory, 'bench_results.json');
  if (!existsSync(path)) return timings(`cannot run (${why}) and left no record`, {}, null);
  const results = JSON.parse(readFileSync(path, 'utf8')) as { lifetimes: Record<string, PeerFile>; end_to_end_raw_csv_to_scores: { cdnow_full: { including_interpreter_start_cold_s: number } } };
  return timings(`cannot run here (${why}); timings recorded earlier, maybe on another machine`, results.lifetimes, results.end_to_end_raw_csv_to_scores.cdnow_full.including_interpreter_start_cold_s);
}

/** `whole` is what its process took for the raw file. */
function timings(source: string, files: Record<string, PeerFile>, whole: number | null): PeerTimings {
  const byName = new Map(Object.entries(files).map(([path, timed]) => [basename(path), timed]));
  return {
    source, runProcess: null,
    seconds: (what, file) => {
      if (what.startsWith('whole process')) return basename(file) === 'cdnow_master.csv' ? whole : null;
      const key = secondsOf[what];
      return key === undefined ? null : byName.get(basename(file))?.[key] ?? null;
    },
    parameters: (what, file) => {
      const timed = byName.get(basename(file));
      const found = what === 'fit BG/NBD' ? timed?.bgnbd : what === 'fit Gamma-Gamma' ? timed?.gg : undefined;
      return found ? (what === 'fit BG/NBD' ? ['r', 'alpha', 'a', 'b'] : ['p', 'q', 'v']).map((name) => found[name]!) : null;
    },
  };
}
