import { compareText } from '../compare-text.ts';
import type { Day } from '../calendar.ts';
import { isWalkIn } from '../ledger/partition.ts';
import { periodsOf, type Period } from '../periods.ts';
import { dimensions, type CustomerRecord, type Kpi, type KpiQuery, type KpiRow, type KpiTally, type Place, type SeriesKpi } from './kpi.ts';
import { sliceAtHome, SlicedCustomer, type Slice } from './slices.ts';

/**
 * The rows of a KPI over all customers of a run, in one pass whatever the number of periods and places.
 * Every period of the range has a row, also where nothing happened. Tiers are those of the run.
 */
export function measureKpi(kpi: Kpi, customers: Iterable<CustomerRecord>, query: KpiQuery): KpiRow[] {
  return measureTogether([{ kpi, query }], customers)[0]!;
}

/** One of several questions; `only` confines it to some of the customers. */
export interface Asked { kpi: Kpi; query: KpiQuery; only?: ((customer: CustomerRecord) => boolean) | undefined }

/** The rows of several KPIs, question by question, in one pass over the customers, and one more for each table. */
export function measureTogether(asked: readonly Asked[], customers: Iterable<CustomerRecord>): KpiRow[][] {
  const counted = asked.flatMap(({ kpi, query, only }) => ('table' in kpi ? [] : [{ cells: new Cells(kpi, query), only }]));
  if (counted.length > 0) {
    for (const customer of customers) {
      const sliced = new SlicedCustomer(customer);
      for (const { cells, only } of counted) if (!only || only(customer)) cells.add(sliced);
    }
  }
  let next = 0;
  return asked.map(({ kpi, query, only }) => ('table' in kpi ? kpi.table(only ? [...customers].filter(only) : customers, query) : counted[next++]!.cells.rows()));
}

type Things = Omit<Slice, 'place'>;
interface Series { place: Place; cells: KpiTally[] }

class Cells {
  readonly #periods: readonly Period[];
  /** The number of the period that each day of the range lies in. */
  readonly #periodOf: readonly number[];
  readonly #series = new Map<string, Series>();
  readonly #cut: string;

  constructor(private readonly kpi: SeriesKpi, private readonly query: KpiQuery) {
    this.#cut = JSON.stringify([query.store, query.by]);
    this.#periods = periodsOf(query.from, query.to, query.grain);
    this.#periodOf = this.#periods.flatMap(({ from, to }, at) => Array.from({ length: to - from }, () => at));
    if (query.by.length === 0) this.#cellsOf({});
  }

  rows(): KpiRow[] {
    return [...this.#series.values()]
      .sort((a, b) => comparePlaces(a.place, b.place))
      .flatMap(({ place, cells }) => cells.map((cell, at): KpiRow => ({ period: this.#periods[at]!.label, ...place, ...cell.measure() })));
  }

  add(sliced: SlicedCustomer): void {
    const { query, kpi: { sees } } = this;
    const { customer } = sliced;
    const { tier } = customer.score;
    if (sees !== 'tickets' && isWalkIn(customer.history.customerId)) return;
    if (tier === null && (query.tier !== null || query.by.includes('tier'))) return;
    if (query.tier !== null && tier !== query.tier) return;
    if (sees === 'everyone') this.#addAtHome(sliced);
    else for (const slice of sliced.whereItHappened(this.#cut, query)) this.#addWhereItHappened(customer, slice);
  }

  #addWhereItHappened({ history, score }: CustomerRecord, slice: Slice): void {
    const cells = this.#cellsOf(slice.place);
    const voices = this.kpi.sees === 'voices';
    if (!voices && isOutside(slice.purchases, this.query)) return;
    const things = voices ? slice : { ...nothing, purchases: slice.purchases };
    for (const [at, seen] of this.#byPeriod(things)) {
      const { from, to } = this.#periods[at]!;
      cells[at]!.add({ history, score, ...seen, allPurchases: slice.purchases, from, to });
    }
  }

  /** States of a customer, such as her silence, count at home and need every period since she is known. */
  #addAtHome({ customer, firstSeenOn: known }: SlicedCustomer): void {
    const { history, score } = customer;
    const slice = sliceAtHome(customer, this.query);
    if (slice === null || known === null) return;
    const cells = this.#cellsOf(slice.place);
    const seen = this.#byPeriod(slice);
    this.#periods.forEach(({ from, to }, at) => {
      if (known < to) cells[at]!.add({ history, score, ...(seen.get(at) ?? nothing), allPurchases: slice.purchases, from, to });
    });
  }

  /** What happened, by the number of the period it happened in; periods in which nothing did are left out. */
  #byPeriod({ purchases, answers, surveysSent, complaints }: Things): Map<number, Things> {
    const { from, to } = this.query;
    const periods = new Map<number, { [K in keyof Things]: Things[K][number][] }>();
    const on = (day: Day) => {
      if (day < from || day >= to) return null;
      const at = this.#periodOf[day - from]!;
      let things = periods.get(at);
      if (!things) periods.set(at, things = { purchases: [], answers: [], surveysSent: [], complaints: [] });
      return things;
    };
    for (const purchase of purchases) on(purchase.day)?.purchases.push(purchase);
    for (const answer of answers) on(answer.day)?.answers.push(answer);
    for (const survey of surveysSent) on(survey.day)?.surveysSent.push(survey);
    for (const complaint of complaints) on(complaint.openedOn)?.complaints.push(complaint);
    return periods;
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

const nothing: Things = { purchases: [], answers: [], surveysSent: [], complaints: [] };

/** Whether everything of a list in the order of days lies before or after the range. */
function isOutside(things: readonly { day: Day }[], { from, to }: KpiQuery): boolean {
  return things.length === 0 || things.at(-1)!.day < from || things[0]!.day >= to;
}

function comparePlaces(a: Place, b: Place): number {
  for (const dimension of dimensions) {
    const order = compareText(a[dimension] ?? '', b[dimension] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
