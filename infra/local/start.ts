import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaptopError, UnsupportedTemplateError } from './errors.ts';
import { readOptions } from './options.ts';
import { run, type Runner } from './run.ts';

/** How long an orderly end may take before it is cut short. */
const END_MS = 8_000;

/** What `npm start` does: boots the laptop, loads the sample chain into an empty one, and ends on SIGINT or SIGTERM. */
export async function start(args: string[]): Promise<void> {
  const started = Date.now();
  const report = (line: string) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${line}`);
  let runner: Runner | undefined;
  let stopping = false;
  const stop = (code: number) => {
    // A terminal signals the whole group and npm passes its signal on, so one Ctrl-C can arrive twice.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), END_MS).unref();
    void runner?.end().then(() => process.exit(code));
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  if (process.env['npm_lifecycle_event']) onParentGone(() => stop(0));
  try {
    const options = readOptions(args);
    const died = (reason: string) => {
      if (!stopping) console.error(reason);
      stop(1);
    };
    runner = await run({ ...options, healthPath: '/v1/health', died }, report);
    if (stopping) {
      await runner.end();
      process.exit(0);
    }
    await loadSampleInto(runner, options.empty, report);
    console.log(`ready ${runner.apiUrl}`);
  } catch (error) {
    const known = error instanceof LaptopError || error instanceof UnsupportedTemplateError;
    if (!stopping) console.error(known ? error.message : error);
    await runner?.end();
    process.exit(1);
  }
}

/** npm starts a shell that starts this; a signal to npm alone ends both of them and never arrives here. */
function onParentGone(act: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) act();
  }, 500).unref();
}

/** Loads the sample chain unless there are data already; a loading that was interrupted is done again, which changes nothing that is there. */
async function loadSampleInto(runner: Runner, empty: boolean, report: (line: string) => void): Promise<void> {
  const unfinished = join(runner.dataDir, 'sample-unfinished');
  if (empty || (runner.hasData && !existsSync(unfinished))) return;
  writeFileSync(unfinished, '');
  const { loadSample } = await import('../sample/load.ts');
  await loadSample({ endpoint: runner.endpointUrl, stackName: runner.stackName, onProgress: report });
  rmSync(unfinished);
}
