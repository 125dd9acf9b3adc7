import type { History } from '../domain/history.ts';
import type { CustomerFile } from '../domain/ledger/fold-file.ts';
import { HistoryPacker } from '../domain/ledger/packed-history.ts';
import type { Pages } from '../ports.ts';

/** A page is one database item, which may have 400 kB. */
const pageBytes = 256 * 1024;

/** Writes histories of one shard page by page, and beside each page the files of those customers whose facts were read. */
export class PageWriter {
  #packer = new HistoryPacker();
  #files: Record<string, CustomerFile> = {};
  #filesLength = 0;
  #page = 0;

  constructor(private readonly pages: Pages, private readonly runId: string, private readonly shard: number, private readonly prefix: string) {}

  /** Adds a customer; `file` when her facts were read again, so that her item has to be written. */
  async add(history: History, file: CustomerFile | null): Promise<void> {
    this.#packer.add(history);
    if (file) {
      this.#files[history.customerId] = file;
      this.#filesLength += JSON.stringify(file).length;
    }
    if (this.#packer.length >= pageBytes || this.#filesLength >= 2 * pageBytes) await this.flush();
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    if (this.#packer.count === 0) return;
    const name = `${this.prefix}${String(this.#page++).padStart(4, '0')}`;
    const packed = this.#packer.bytes();
    const files = this.#files;
    this.#packer = new HistoryPacker();
    this.#files = {};
    this.#filesLength = 0;
    if (Object.keys(files).length > 0) await this.pages.write(this.runId, this.shard, 'files', name, new TextEncoder().encode(JSON.stringify(files)));
    await this.pages.write(this.runId, this.shard, 'histories', name, packed);
  }
}
