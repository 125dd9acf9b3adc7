import { runCommand } from './run-command.ts';

void start();

async function start(): Promise<void> {
  process.exitCode = await runCommand(process.argv.slice(2)).catch((error: unknown) => {
    console.error(`guibin: ${error instanceof Error ? (process.env['DEBUG'] ? error.stack : error.message.split('\n')[0]) : String(error)}`);
    return 1;
  });
}
