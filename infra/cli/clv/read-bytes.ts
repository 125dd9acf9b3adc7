import { readFileSync } from 'node:fs';
import { UnusableInput } from '../errors.ts';

/** The contents of a file, unpacked if it is gzip. Throws UnusableInput when it cannot be read or is empty. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const bytes = readFile(path);
  if (bytes.length === 0) throw new UnusableInput(`${path} is empty`);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const { gunzipSync } = await import('node:zlib');
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new UnusableInput(`cannot unpack ${path}: ${(error as Error).message}`);
  }
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UnusableInput(code === 'ENOENT' ? `there is no file ${path}` : `cannot read ${path}: ${message}`);
  }
}
