import { parseDay, type Day } from './calendar.ts';

/** From `from` on, one major unit of `currency` is worth `rate` major units of the reporting currency. */
export interface ExchangeRate { currency: string; from: string; rate: number }

const digits = new Map<string, number>();

/** Decimal places of an ISO 4217 currency: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

/** No exchange rate is set for a currency on a day. */
export class NoExchangeRate extends Error {
  override readonly name = 'NoExchangeRate';
  constructor(readonly currency: string) {
    super(`no exchange rate is set for ${currency}; add one to the setting exchangeRates`);
  }
}

/** Converts minor units of any configured currency into minor units of the reporting currency at the dated rate. */
export class Exchange {
  readonly #rates = new Map<string, { from: Day; factor: number }[]>();

  constructor(readonly reportingCurrency: string, rates: readonly ExchangeRate[]) {
    for (const { currency, from, rate } of rates) {
      const factor = rate * 10 ** (minorDigits(reportingCurrency) - minorDigits(currency));
      const dated = this.#rates.get(currency) ?? [];
      dated.push({ from: parseDay(from), factor });
      this.#rates.set(currency, dated.sort((a, b) => a.from - b.from));
    }
  }

  /** True when amounts in this currency can be booked. */
  knows(currency: string): boolean {
    return currency === this.reportingCurrency || this.#rates.has(currency);
  }

  /** Factor from minor units of `currency` to minor units of the reporting currency on a day; before the first dated rate the first one holds. Throws NoExchangeRate. */
  factor(currency: string, day: Day): number {
    if (currency === this.reportingCurrency) return 1;
    const dated = this.#rates.get(currency);
    if (!dated) throw new NoExchangeRate(currency);
    return (dated.findLast((rate) => rate.from <= day) ?? dated[0]!).factor;
  }
}
