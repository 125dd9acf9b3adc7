import { compareText } from '../compare-text.ts';
import type { Day } from '../calendar.ts';
import type { Purchase } from '../history.ts';
import { isWalkIn } from '../ledger/partition.ts';
import { firstSeenOn } from '../lifecycle/first-seen.ts';
import { periodsOf, type Period } from '../periods.ts';
import type { CustomerRecord, Kpi, KpiQuery, KpiRow, KpiTally, SeriesKpi } from './kpi.ts';

/**
 * The rows of a KPI over all customers of a run, in one pass whatever the number of periods, stores and tiers.
 * Every period of the range has a row, also where nothing happened. Tiers are those of the run.
 */
export function measureKpi(kpi: Kpi, customers: Iterable<CustomerRecord>, query: KpiQuery): KpiRow[] {
  return 'table' in kpi ? kpi.table(customers, query) : new Cells(kpi, query).count(customers);
}

interface Slice { store: string; purchases: readonly Purchase[] }
interface Series { store: string; tier: string; cells: KpiTally[] }

class Cells {
  readonly #periods: readonly Period[];
  readonly #series = new Map<string, Series>();
  readonly #byStore: boolean;
  readonly #byTier: boolean;

  constructor(private readonly kpi: SeriesKpi, private readonly query: KpiQuery) {
    this.#periods = periodsOf(query.from, query.to, query.grain);
    this.#byStore = query.by.includes('store');
    this.#byTier = query.by.includes('tier');
    if (query.by.length === 0) this.#cellsOf('', '');
  }

  count(customers: Iterable<CustomerRecord>): KpiRow[] {
    for (const customer of customers) this.#add(customer);
    return [...this.#series.values()]
      .sort((a, b) => compareText(a.store, b.store) || compareText(a.tier, b.tier))
      .flatMap(({ store, tier, cells }) => cells.map((cell, at): KpiRow => ({
        period: this.#periods[at]!.label,
        ...(this.#byStore ? { store } : {}),
        ...(this.#byTier ? { tier } : {}),
        ...cell.measure(),
      })));
  }

  #add(customer: CustomerRecord): void {
    const { history, score } = customer;
    const { query, kpi } = this;
    if (kpi.sees !== 'tickets' && isWalkIn(history.customerId)) return;
    if ((query.tier !== null || this.#byTier) && score.tier === null) return;
    if (query.tier !== null && score.tier !== query.tier) return;
    if (kpi.sees === 'everyone') this.#addEverywhere(customer);
    else for (const slice of this.#slicesOf(customer)) this.#addPurchases(customer, slice);
  }

  /** Her purchases as each store saw them, or all together. */
  #slicesOf({ history: { purchases } }: CustomerRecord): Slice[] {
    const { store } = this.query;
    if (store !== null) return [{ store, purchases: purchases.filter(({ storeId }) => storeId === store) }];
    if (!this.#byStore) return [{ store: '', purchases }];
    const stores = new Set(purchases.map(({ storeId }) => storeId));
    return [...stores].map((key) => ({ store: key, purchases: stores.size === 1 ? purchases : purchases.filter(({ storeId }) => storeId === key) }));
  }

  #addPurchases({ history, score }: CustomerRecord, { store, purchases }: Slice): void {
    const cells = this.#cellsOf(store, score.tier ?? '');
    let start = 0;
    for (let at = 0; at < this.#periods.length && start < purchases.length; at++) {
      const { from, to } = this.#periods[at]!;
      while (start < purchases.length && purchases[start]!.day < from) start++;
      let end = start;
      while (end < purchases.length && purchases[end]!.day < to) end++;
      if (end > start) cells[at]!.add({ history, score, purchases: purchases.slice(start, end), allPurchases: purchases, from, to });
      start = end;
    }
  }

  /** States of a customer, such as her silence, count at her home store and need every period since she is known. */
  #addEverywhere({ history, score }: CustomerRecord): void {
    const { store } = this.query;
    if (store !== null && history.homeStore !== store) return;
    const known = firstSeenOn(history);
    if (known === null) return;
    const cells = this.#cellsOf(history.homeStore, score.tier ?? '');
    const all = history.purchases;
    this.#periods.forEach(({ from, to }, at) => {
      if (known < to) cells[at]!.add({ history, score, purchases: between(all, from, to), allPurchases: all, from, to });
    });
  }

  #cellsOf(store: string, tier: string): KpiTally[] {
    const key = `${this.#byStore ? store : ''}\n${this.#byTier ? tier : ''}`;
    let series = this.#series.get(key);
    if (!series) {
      series = { store, tier, cells: this.#periods.map(() => this.kpi.tally(this.query.parameters)) };
      this.#series.set(key, series);
    }
    return series.cells;
  }
}

function between(purchases: readonly Purchase[], from: Day, to: Day): readonly Purchase[] {
  return purchases.filter(({ day }) => day >= from && day < to);
}
