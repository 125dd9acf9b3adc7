import { doubled } from './numeric/doubled.ts';
import type { PurchaseSummaries, PurchaseSummary } from './summary.ts';

const FIRST_CAPACITY = 1024;

/** Collects summaries one by one into columns that grow by doubling, so that a million customers need one pass and little memory. */
export class SummaryColumns {
  #length = 0;
  #frequency = new Float64Array(FIRST_CAPACITY);
  #recency = new Float64Array(FIRST_CAPACITY);
  #age = new Float64Array(FIRST_CAPACITY);
  #monetaryValue = new Float64Array(FIRST_CAPACITY);

  add({ frequency, recency, age, monetaryValue }: PurchaseSummary): void {
    const at = this.#length++;
    if (at === this.#frequency.length) {
      this.#frequency = doubled(this.#frequency);
      this.#recency = doubled(this.#recency);
      this.#age = doubled(this.#age);
      this.#monetaryValue = doubled(this.#monetaryValue);
    }
    this.#frequency[at] = frequency;
    this.#recency[at] = recency;
    this.#age[at] = age;
    this.#monetaryValue[at] = monetaryValue;
  }

  /** The summaries collected so far, as views without a copy. */
  columns(): PurchaseSummaries {
    const length = this.#length;
    return {
      length,
      frequency: this.#frequency.subarray(0, length),
      recency: this.#recency.subarray(0, length),
      age: this.#age.subarray(0, length),
      monetaryValue: this.#monetaryValue.subarray(0, length),
    };
  }
}
