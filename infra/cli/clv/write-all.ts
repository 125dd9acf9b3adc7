import { writeSync } from 'node:fs';

const PAUSE_MS = 2;

/**
 * Writes text to standard output (1) or standard error (2) and returns when all of it is out; false when nobody reads any more.
 * A stream would take a command that lives for a seventh of a second four milliseconds to set up.
 */
export function writeAll(descriptor: 1 | 2, text: string): boolean {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
      // A pipe that another program made non-blocking is full.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
  return true;
}
