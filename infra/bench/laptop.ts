import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../local/free-port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const startTimeout = 90_000;

/** The project as a user starts it: `npm start -- --empty` on two free ports, in a process group of its own, driven by the `guibin` command. */
export async function startLaptop(dataDir: string) {
  const port = await freePort(2);
  const environment = { ...process.env, AWS_ENDPOINT_URL: `http://127.0.0.1:${port + 1}`, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
  const child = spawn(process.execPath, ['infra/start.mjs', '--empty', '--data-dir', dataDir, '--port', String(port)], { cwd: root, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready http')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void gone.then(() => reject(new Error(`the laptop ended before it was ready: ${said.slice(-2_000)}`)));
    setTimeout(() => reject(new Error(`the laptop was not ready after ${startTimeout / 1000} s: ${said.slice(-2_000)}`)), startTimeout).unref();
  });

  const guibin = async (...args: string[]) => (await run(process.execPath, ['infra/guibin.cjs', ...args], { cwd: root, env: environment, maxBuffer: 1 << 28 })).stdout;
  const token = async (...args: string[]) => (await guibin('token', ...(args.length > 0 ? args : ['--role', 'head-office']))).trim().split(/\s+/).at(-1)!;
  const processes = async () => {
    const response = await fetch(`http://127.0.0.1:${port + 1}/guibin/processes`);
    return ((await response.json()) as { processes: { name: string; pid?: number }[] }).processes;
  };
  return {
    api: `http://127.0.0.1:${port}/v1`, endpoint: `http://127.0.0.1:${port + 1}`, dataDir, guibin, token, processes,
    /** Where the engine itself listens, past the endpoint that hands calls on to it. */
    async engineUrl() {
      const engine = (await processes()).find(({ name }) => name === 'engine')!;
      const words = readFileSync(`/proc/${engine.pid}/cmdline`, 'utf8').split('\0');
      return `http://127.0.0.1:${words[words.indexOf('-p') + 1]}`;
    },
    async get(path: string, bearer: string): Promise<unknown> {
      const response = await fetch(`http://127.0.0.1:${port}/v1${path}`, { headers: { authorization: `Bearer ${bearer}` } });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    async end() {
      child.kill('SIGINT');
      await gone;
    },
    /** Ends the whole process group without a word, as a power cut would. */
    async kill() {
      process.kill(-child.pid!, 'SIGKILL');
      await gone;
    },
  };
}

export type Laptop = Awaited<ReturnType<typeof startLaptop>>;
