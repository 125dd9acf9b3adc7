import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('runner-main.ts', import.meta.url));

export interface RunnerProcess {
  pid: number;
  /** Ends it as a power cut would: it, its engine and its workers get no chance to do anything. */
  killGroup(): Promise<void>;
  /** Kills the runner alone; engine and workers must notice by themselves. */
  killAlone(): Promise<void>;
  end(): Promise<void>;
}

/** Starts the runner as a process group of its own and waits until it serves. */
export async function startRunnerProcess(port: number, dataDir: string, assemblyFolder: string): Promise<RunnerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, String(port), dataDir, assemblyFolder], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const pid = child.pid ?? 0;
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const exited = once(child, 'exit');
  const started = await Promise.race([once(child.stdout, 'data').then(() => true), exited.then(() => false)]);
  if (!started) throw new Error(`the runner ended early: ${complaint}`);
  const stop = async (target: number, signal: NodeJS.Signals) => {
    process.kill(target, signal);
    await exited;
  };
  return { pid, killGroup: () => stop(-pid, 'SIGKILL'), killAlone: () => stop(pid, 'SIGKILL'), end: () => stop(pid, 'SIGTERM') };
}
