import { compareText } from '../compare-text.ts';
import type { Day } from '../calendar.ts';
import { isWalkIn } from '../ledger/partition.ts';
import { firstSeenOn } from '../lifecycle/first-seen.ts';
import { periodsOf, type Period } from '../periods.ts';
import { dimensions, type CustomerRecord, type Kpi, type KpiQuery, type KpiRow, type KpiTally, type Place, type SeriesKpi } from './kpi.ts';
import { sliceAtHome, slicesWhereItHappened, type Slice } from './slices.ts';

/**
 * The rows of a KPI over all customers of a run, in one pass whatever the number of periods and places.
 * Every period of the range has a row, also where nothing happened. Tiers are those of the run.
 */
export function measureKpi(kpi: Kpi, customers: Iterable<CustomerRecord>, query: KpiQuery): KpiRow[] {
  return 'table' in kpi ? kpi.table(customers, query) : new Cells(kpi, query).count(customers);
}

interface Series { place: Place; cells: KpiTally[] }

class Cells {
  readonly #periods: readonly Period[];
  readonly #series = new Map<string, Series>();

  constructor(private readonly kpi: SeriesKpi, private readonly query: KpiQuery) {
    this.#periods = periodsOf(query.from, query.to, query.grain);
    if (query.by.length === 0) this.#cellsOf({});
  }

  count(customers: Iterable<CustomerRecord>): KpiRow[] {
    for (const customer of customers) this.#add(customer);
    return [...this.#series.values()]
      .sort((a, b) => comparePlaces(a.place, b.place))
      .flatMap(({ place, cells }) => cells.map((cell, at): KpiRow => ({ period: this.#periods[at]!.label, ...place, ...cell.measure() })));
  }

  #add(customer: CustomerRecord): void {
    const { query, kpi: { sees } } = this;
    const { tier } = customer.score;
    if (sees !== 'tickets' && isWalkIn(customer.history.customerId)) return;
    if (tier === null && (query.tier !== null || query.by.includes('tier'))) return;
    if (query.tier !== null && tier !== query.tier) return;
    if (sees === 'everyone') this.#addAtHome(customer);
    else if (sees === 'voices') for (const slice of slicesWhereItHappened(customer, query)) this.#addVoices(customer, slice);
    else for (const slice of slicesWhereItHappened(customer, query)) this.#addPurchases(customer, slice);
  }

  #addPurchases({ history, score }: CustomerRecord, { place, purchases }: Slice): void {
    const cells = this.#cellsOf(place);
    let start = 0;
    for (let at = 0; at < this.#periods.length && start < purchases.length; at++) {
      const { from, to } = this.#periods[at]!;
      while (start < purchases.length && purchases[start]!.day < from) start++;
      let end = start;
      while (end < purchases.length && purchases[end]!.day < to) end++;
      if (end > start) cells[at]!.add({ history, score, purchases: purchases.slice(start, end), allPurchases: purchases, ...silent, from, to });
      start = end;
    }
  }

  #addVoices({ history, score }: CustomerRecord, slice: Slice): void {
    const cells = this.#cellsOf(slice.place);
    this.#periods.forEach(({ from, to }, at) => {
      const seen = inPeriod(slice, from, to);
      if (Object.values(seen).some((list) => list.length > 0)) cells[at]!.add({ history, score, ...seen, allPurchases: slice.purchases, from, to });
    });
  }

  /** States of a customer, such as her silence, count at home and need every period since she is known. */
  #addAtHome(customer: CustomerRecord): void {
    const { history, score } = customer;
    const slice = sliceAtHome(customer, this.query);
    const known = slice && firstSeenOn(history);
    if (slice === null || known === null) return;
    const cells = this.#cellsOf(slice.place);
    this.#periods.forEach(({ from, to }, at) => {
      if (known < to) cells[at]!.add({ history, score, ...inPeriod(slice, from, to), allPurchases: slice.purchases, from, to });
    });
  }

  #cellsOf(place: Place): KpiTally[] {
    const key = this.query.by.map((dimension) => place[dimension]).join('\n');
    let series = this.#series.get(key);
    if (!series) {
      series = { place, cells: this.#periods.map(() => this.kpi.tally(this.query.parameters)) };
      this.#series.set(key, series);
    }
    return series.cells;
  }
}

const silent = { answers: [], surveysSent: [], complaints: [] };

function inPeriod({ purchases, answers, surveysSent, complaints }: Slice, from: Day, to: Day): Omit<Slice, 'place'> {
  const isIn = ({ day }: { day: Day }) => day >= from && day < to;
  return {
    purchases: purchases.filter(isIn), answers: answers.filter(isIn), surveysSent: surveysSent.filter(isIn),
    complaints: complaints.filter(({ openedOn }) => openedOn >= from && openedOn < to),
  };
}

function comparePlaces(a: Place, b: Place): number {
  for (const dimension of dimensions) {
    const order = compareText(a[dimension] ?? '', b[dimension] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
