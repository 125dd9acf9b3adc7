/** Writes small integers and repeated strings compactly: variable-length integers, strings once each in a table. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  readonly #strings = new Map<string, number>();

  get length(): number { return this.#length; }

  /** An integer of zero or more, up to 2^53. */
  unsigned(value: number): void {
    if (this.#length + 10 > this.#bytes.length) this.#grow(10);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** An integer of either sign. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** An integer or null. */
  optional(value: number | null): void {
    if (value === null) this.unsigned(0);
    else this.unsigned((value < 0 ? -2 * value - 1 : 2 * value) + 1);
  }

  /** A string, written out the first time and referred to afterwards. */
  text(value: string): void {
    const known = this.#strings.get(value);
    if (known !== undefined) {
      this.unsigned(known + 1);
      return;
    }
    this.#strings.set(value, this.#strings.size);
    this.unsigned(0);
    const encoded = new TextEncoder().encode(value);
    this.unsigned(encoded.length);
    this.#grow(encoded.length);
    this.#bytes.set(encoded, this.#length);
    this.#length += encoded.length;
  }

  /** How many entries follow, then each of them. */
  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.unsigned(items.length);
    for (const item of items) write(item);
  }

  /** What was written so far. */
  bytes(): Uint8Array { return this.#bytes.slice(0, this.#length); }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what a ByteWriter wrote, in the same order. */
export class ByteReader {
  #at = 0;
  readonly #strings: string[] = [];

  constructor(private readonly source: Uint8Array) {}

  get done(): boolean { return this.#at >= this.source.length; }

  unsigned(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.source[this.#at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  optional(): number | null {
    const value = this.unsigned();
    if (value === 0) return null;
    const shifted = value - 1;
    return shifted % 2 === 0 ? shifted / 2 : -(shifted + 1) / 2;
  }

  text(): string {
    const reference = this.unsigned();
    if (reference > 0) return this.#strings[reference - 1]!;
    const length = this.unsigned();
    const value = new TextDecoder().decode(this.source.subarray(this.#at, this.#at + length));
    this.#at += length;
    this.#strings.push(value);
    return value;
  }

  list<T>(read: () => T): T[] {
    const items: T[] = [];
    for (let open = this.unsigned(); open > 0; open--) items.push(read());
    return items;
  }
}
