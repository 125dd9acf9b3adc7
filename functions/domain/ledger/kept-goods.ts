import type { Exchange } from '../money.ts';
import type { Day } from '../calendar.ts';
import { compareText } from '../compare-text.ts';
import type { CategoryGoods, Goods } from '../history.ts';
import type { SaleLine, SaleRecorded, SaleReturned } from './facts.ts';

/** Decides whether a line counts for qualification. */
export type Excludes = (line: SaleLine) => boolean;

interface LineState { line: SaleLine; kept: number }

/**
 * Follows one ticket through its returns: `before` what was bought, then what each return took off, at most what was there.
 * Values are minor units of the reporting currency at the rate of the day of sale, proportional to the quantity kept.
 */
export class TicketGoods {
  readonly #lines: LineState[];
  readonly #factor: number;

  constructor(private readonly sale: SaleRecorded, soldOn: Day, exchange: Exchange, private readonly excludes: Excludes) {
    this.#lines = sale.lines.map((line) => ({ line, kept: line.quantity }));
    this.#factor = exchange.factor(sale.currency, soldOn);
  }

  /** What the customer keeps of the ticket at this point. */
  kept(): Goods {
    const goods = emptyGoods(this.sale.storeId);
    for (const { line, kept } of this.#lines) {
      if (kept === 0) continue;
      const net = this.#net(line, kept);
      goods.units += kept;
      goods.netSpend += net;
      goods.listValue += line.listPrice === undefined ? net : Math.max(net, Math.round(line.listPrice * kept * this.#factor));
      if (line.unitCost !== undefined) {
        goods.knownMargin += net - Math.round(line.unitCost * kept * this.#factor);
        goods.knownMarginSpend += net;
      }
      if (this.excludes(line)) goods.excludedSpend += net;
    }
    goods.tickets = goods.units > 0 ? 1 : 0;
    return goods;
  }

  /** The same by category, as far as the till named one, in the order of the names. */
  keptByCategory(): CategoryGoods[] {
    const sums = new Map<string, CategoryGoods>();
    for (const { line, kept } of this.keptLines()) {
      if (line.category === undefined) continue;
      const sum = sums.get(line.category) ?? { category: line.category, tickets: 1, units: 0, netSpend: 0 };
      sum.units += kept;
      sum.netSpend += this.#net(line, kept);
      sums.set(line.category, sum);
    }
    return [...sums.values()].sort((a, b) => compareText(a.category, b.category));
  }

  /** The lines of which something is kept. */
  *keptLines(): Iterable<{ line: SaleLine; kept: number }> {
    for (const state of this.#lines) if (state.kept > 0) yield state;
  }

  /** Takes a return off and says what it took; a return of more than is left takes what is left. */
  takeBack(goodsReturned: SaleReturned): Goods {
    const before = this.kept();
    if (goodsReturned.lines) {
      for (const { sku, quantity } of goodsReturned.lines) this.#takeBackUnits(sku, quantity);
    } else {
      for (const state of this.#lines) state.kept = 0;
    }
    return subtractGoods(before, this.kept());
  }

  #net(line: SaleLine, kept: number): number {
    const paid = line.amount ?? line.quantity * line.unitPrice;
    return Math.round(paid * (kept / line.quantity) * this.#factor);
  }

  #takeBackUnits(sku: string, quantity: number): void {
    let open = quantity;
    for (const state of this.#lines) {
      if (state.line.sku !== sku) continue;
      const taken = Math.min(open, state.kept);
      state.kept -= taken;
      open -= taken;
    }
  }
}

/** Nothing, at a store. */
export function emptyGoods(storeId: string): Goods {
  return { storeId, tickets: 0, units: 0, netSpend: 0, knownMargin: 0, knownMarginSpend: 0, listValue: 0, excludedSpend: 0 };
}

/** Adds `more` to `sum` in place. */
export function addGoods(sum: Goods, more: Goods): void {
  sum.tickets += more.tickets;
  sum.units += more.units;
  sum.netSpend += more.netSpend;
  sum.knownMargin += more.knownMargin;
  sum.knownMarginSpend += more.knownMarginSpend;
  sum.listValue += more.listValue;
  sum.excludedSpend += more.excludedSpend;
}

/** What is left of `a` without `b`. */
export function subtractGoods(a: Goods, b: Goods): Goods {
  return {
    storeId: a.storeId,
    tickets: a.tickets - b.tickets,
    units: a.units - b.units,
    netSpend: a.netSpend - b.netSpend,
    knownMargin: a.knownMargin - b.knownMargin,
    knownMarginSpend: a.knownMarginSpend - b.knownMarginSpend,
    listValue: a.listValue - b.listValue,
    excludedSpend: a.excludedSpend - b.excludedSpend,
  };
}
