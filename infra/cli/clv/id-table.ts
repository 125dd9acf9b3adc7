import { textOf } from './csv-scanner.ts';
import { doubled } from '../../../functions/domain/value/numeric/doubled.ts';

/** A file rarely has fewer bytes a customer; one that does only makes the table grow. */
const BYTES_A_CUSTOMER = 64;

/** Numbers the distinct ids of a text 0, 1, … in the order they first appear. Ids stay bytes of the text until somebody wants to read one. */
export class IdTable {
  length = 0;
  #from: Int32Array;
  #to: Int32Array;
  /** Open addressing: 1 + the number of the id whose hash led here, 0 where there is none. */
  #slots: Int32Array;
  #last = 0;

  /** `expected` is how many ids there may be; more only take longer. */
  constructor(readonly bytes: Uint8Array, expected = bytes.length / BYTES_A_CUSTOMER) {
    const size = 2 ** Math.ceil(Math.log2(1 + expected));
    this.#from = new Int32Array(size);
    this.#to = new Int32Array(size);
    this.#slots = new Int32Array(2 * size);
  }

  /** The number of the id that stands from one place of the text to another. Many files list the purchases of a customer one after the other, which needs no look into the table. */
  numberOf(start: number, end: number): number {
    if (this.length > 0 && this.#is(this.#last, start, end)) return this.#last;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash(this.bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]! - 1;
      if (id < 0) {
        slots[slot] = this.length + 1;
        return (this.#last = this.#add(start, end));
      }
      if (this.#is(id, start, end)) return (this.#last = id);
    }
  }

  /** An id as text. */
  text(id: number): string {
    return textOf(this.bytes, this.#from[id]!, this.#to[id]!);
  }

  #is(id: number, start: number, end: number): boolean {
    const { bytes } = this;
    let there = this.#from[id]!;
    if (this.#to[id]! - there !== end - start) return false;
    let here = start;
    while (here < end && bytes[here] === bytes[there]) {
      here += 1;
      there += 1;
    }
    return here === end;
  }

  #add(from: number, to: number): number {
    const id = this.length++;
    this.#from[id] = from;
    this.#to[id] = to;
    if (this.length === this.#from.length) this.#grow();
    return id;
  }

  #grow(): void {
    this.#from = doubled(this.#from);
    this.#to = doubled(this.#to);
    this.#slots = new Int32Array(2 * this.#from.length);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.length; id++) {
      let slot = hash(this.bytes, this.#from[id]!, this.#to[id]!) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    }
  }
}

/** A number of 32 bits for the bytes of an id; all bits are needed, because a table of some million ids has as many places. */
export function hash(bytes: Uint8Array, from: number, to: number): number {
  let h = to - from;
  for (let k = from; k < to; k++) h = Math.imul(h ^ bytes[k]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}
