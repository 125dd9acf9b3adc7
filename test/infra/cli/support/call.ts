import { vi } from 'vitest';
import { runCommand } from '../../../../infra/cli/run-command.ts';

/** Runs a command line against an endpoint, in this process, and answers its exit code and what it printed. */
export async function call(endpoint: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((...words) => { said.out += `${words.join(' ')}\n`; }),
    vi.spyOn(console, 'error').mockImplementation((...words) => { said.err += `${words.join(' ')}\n`; }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => { said.err += String(text); return true; }),
  ];
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  try {
    return { code: await runCommand(args), ...said };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
