import { hash53 } from './hash53.ts';

/**
 * Tells identical rows of a file apart by counting them, so that a row's id does not depend on where it stands.
 * Keeps a hash of each distinct row instead of the row: two that share one by chance only count on together.
 */
export class Ordinals {
  readonly #seen = new Map<number, number>();

  /** An id made of the content, without what an id may not hold: plain for the first row that says so, with `/2` behind it for the second. */
  id(written: string): string {
    const content = written.replaceAll(/[\s#\p{Cc}]/gu, '_');
    const hash = hash53(content);
    const ordinal = (this.#seen.get(hash) ?? 0) + 1;
    this.#seen.set(hash, ordinal);
    return ordinal === 1 ? content : `${content}/${ordinal}`;
  }
}
