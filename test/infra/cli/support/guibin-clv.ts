import { execFile } from 'node:child_process';

/** Runs `guibin clv` as a user would. */
export function guibin(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/guibin.cjs', 'clv', ...args], { maxBuffer: 1 << 28 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}
