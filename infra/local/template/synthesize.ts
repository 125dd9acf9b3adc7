import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { LaptopError } from '../errors.ts';

const SCRIPT = fileURLToPath(new URL('synthesize-main.ts', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds what is stale and synthesizes the app into a folder. A process of its own, so that the CDK's memory is gone afterwards. */
export async function synthesize(folder: string): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', SCRIPT, folder], { cwd: REPOSITORY });
  } catch (error) {
    throw new LaptopError(`The project could not be built:\n${(error as { stderr?: string }).stderr || String(error)}`);
  }
}
