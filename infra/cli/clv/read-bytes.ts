import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { UnusableInput } from '../errors.ts';

const LINE_FEED = 10;
const SPACE = 32;

/** The text of a file as UTF-8, unpacked if it is gzip. Throws UnusableInput when it cannot be read, is empty or is something else. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const read = readFile(path);
  const bytes = read[0] === 0x1f && read[1] === 0x8b ? await unpack(path, read) : read;
  checkText(path, bytes);
  return bytes;
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UnusableInput(`there is no file ${path}`);
    throw new UnusableInput(code === 'EISDIR' ? `${path} is a folder; name a file` : `cannot read ${path}: ${message}`);
  }
}

async function unpack(path: string, packed: Uint8Array): Promise<Uint8Array> {
  const { gunzipSync } = await import('node:zlib');
  try {
    return gunzipSync(packed);
  } catch (error) {
    throw new UnusableInput(`cannot unpack ${path}: ${(error as Error).message}`);
  }
}

/** Two ids in another encoding may be one and the same when they are read as UTF-8. */
function checkText(path: string, bytes: Uint8Array): void {
  if (isBlank(bytes)) throw new UnusableInput(`${path} is empty`);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UnusableInput(`${path} is UTF-16; save it as UTF-8, or convert it: iconv -f utf-16 -t utf-8`);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw new UnusableInput(`${path} is UTF-16 or no text at all (first zero byte on line ${lineAt(bytes, zero)}); save the table as CSV in UTF-8`);
  if (!isUtf8(bytes)) throw new UnusableInput(`${path} is not UTF-8 (first on line ${firstLineNotUtf8(bytes)}); save it as UTF-8, or convert it: iconv -f latin1 -t utf-8`);
}

function isBlank(bytes: Uint8Array): boolean {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let at = mark; at < bytes.length; at++) {
    if (bytes[at] === 0 || bytes[at]! > SPACE) return false;
  }
  return true;
}

function lineAt(bytes: Uint8Array, place: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < place; at = bytes.indexOf(LINE_FEED, at + 1)) line += 1;
  return line;
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  for (let from = 0, line = 1; ; line++) {
    const end = bytes.indexOf(LINE_FEED, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}
