import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { UnusableInput } from '../errors.ts';
import { csvCell } from '../../../functions/contract/csv-cell.ts';

/** Writes rejected rows beside the file they come from: line, reason and the row itself. The file exists only if there are any. */
export class RejectedRows {
  #out: WriteStream | undefined;
  #failed: Error | undefined;
  count = 0;

  constructor(readonly path: string) {}

  /** Adds one row. */
  add(line: number, reason: string, raw: string): void {
    this.count += 1;
    if (!this.#out) {
      this.#out = createWriteStream(this.path);
      this.#out.on('error', (error) => { this.#failed = error; });
      this.#out.write('\uFEFFline,reason,row\r\n');
    }
    this.#out.write(`${line},${csvCell(reason)},${csvCell(raw)}\r\n`);
  }

  /** Finishes the file; without rejected rows it removes what an earlier import left there. Throws UnusableInput when it cannot be written. */
  async close(): Promise<void> {
    if (!this.#out) return rm(this.path, { force: true });
    this.#out.end();
    if (!this.#failed && !this.#out.closed) await once(this.#out, 'close');
    if (this.#failed) throw new UnusableInput(`cannot write the rejected rows to ${this.path}: ${this.#failed.message}`);
  }
}
