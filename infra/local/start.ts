import { LaptopError, UnsupportedTemplateError } from './errors.ts';
import { readOptions } from './options.ts';
import { run, type Runner } from './run.ts';

/** What `npm start` does: boots the laptop, loads the sample chain into an empty one, and ends on SIGINT or SIGTERM. */
export async function start(args: string[]): Promise<void> {
  const started = Date.now();
  const report = (line: string) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${line}`);
  let runner: Runner | undefined;
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void runner?.end().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const options = readOptions(args);
    runner = await run({ ...options, healthPath: '/v1/health' }, report);
    if (stopping) return void await runner.end().then(() => process.exit(0));
    if (!options.empty && !runner.hasData) {
      const { loadSample } = await import('../sample/load.ts');
      await loadSample({ endpoint: runner.endpointUrl, stackName: runner.stackName, onProgress: report });
    }
    console.log(`ready ${runner.apiUrl}`);
  } catch (error) {
    if (stopping) return;
    const known = error instanceof LaptopError || error instanceof UnsupportedTemplateError;
    console.error(known ? error.message : error);
    process.exit(1);
  }
}
