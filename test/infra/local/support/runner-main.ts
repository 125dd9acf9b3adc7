import { run } from '../../../../infra/local/run.ts';

/** Runs a cloud assembly in a process of its own, which a test may kill: `runner-main.ts PORT DATA_DIR ASSEMBLY`. */
const [, , port, dataDir, assemblyFolder] = process.argv;
const runner = await run({ port: Number(port), dataDir, assemblyFolder: assemblyFolder ?? '' }, (line) => process.stderr.write(`${line}\n`));
process.on('SIGTERM', () => {
  void runner.end().then(() => process.exit(0));
});
process.stdout.write('started\n');
