/** A customer's summary that no purchase history can have; `row` counts from 1. */
export class UnusableSummaryError extends Error {
  override readonly name = 'UnusableSummaryError';
  constructor(readonly row: number, readonly why: string) {
    super(`row ${row}: ${why}`);
  }
}

/** There is nobody to fit a model on. */
export class NoCustomersError extends Error {
  override readonly name = 'NoCustomersError';
  constructor() {
    super('there are no customers to fit a model on');
  }
}
