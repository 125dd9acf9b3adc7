import { textOf } from './csv-scanner.ts';

/** A file rarely has fewer bytes a customer; one that does only makes the table grow. */
const BYTES_A_CUSTOMER = 64;

/** Numbers the distinct ids of a text 0, 1, … in the order they first appear. Ids stay bytes of the text until somebody wants to read one. */
export class IdTable {
  length = 0;
  #from: Int32Array;
  #to: Int32Array;
  /** Open addressing: 1 + the number of the id whose hash led here, 0 where there is none. */
  #slots: Int32Array;
  #last = -1;

  constructor(readonly bytes: Uint8Array) {
    const size = 2 ** Math.ceil(Math.log2(1 + bytes.length / BYTES_A_CUSTOMER));
    this.#from = new Int32Array(size);
    this.#to = new Int32Array(size);
    this.#slots = new Int32Array(2 * size);
  }

  /** The number of the id that stands from one place of the text to another. */
  numberOf(from: number, to: number): number {
    // Most files hold a customer's rows one after the other.
    if (this.#last >= 0 && this.#is(this.#last, from, to)) return this.#last;
    const mask = this.#slots.length - 1;
    let slot = this.#hash(from, to) & mask;
    while (this.#slots[slot] !== 0 && !this.#is(this.#slots[slot]! - 1, from, to)) slot = (slot + 1) & mask;
    if (this.#slots[slot] === 0) this.#slots[slot] = this.#add(from, to) + 1;
    this.#last = this.#slots[slot]! - 1;
    if (this.length === this.#from.length) this.#grow();
    return this.#last;
  }

  /** An id as text. */
  text(id: number): string {
    return textOf(this.bytes, this.#from[id]!, this.#to[id]!);
  }

  #is(id: number, from: number, to: number): boolean {
    const { bytes } = this;
    const start = this.#from[id]!;
    if (this.#to[id]! - start !== to - from) return false;
    // Ids differ most at their ends.
    for (let k = to - from - 1; k >= 0; k--) if (bytes[start + k] !== bytes[from + k]) return false;
    return true;
  }

  #hash(from: number, to: number): number {
    const { bytes } = this;
    let h = to - from;
    for (let k = from; k < to; k++) h = Math.imul(h ^ bytes[k]!, 0x01000193);
    return Math.imul(h ^ (h >>> 15), 0x85ebca6b) >>> 11;
  }

  #add(from: number, to: number): number {
    this.#from[this.length] = from;
    this.#to[this.length] = to;
    return this.length++;
  }

  #grow(): void {
    this.#from = doubled(this.#from);
    this.#to = doubled(this.#to);
    this.#slots = new Int32Array(2 * this.#from.length);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.length; id++) {
      let slot = this.#hash(this.#from[id]!, this.#to[id]!) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    }
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
