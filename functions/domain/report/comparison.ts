import type { Day } from '../calendar.ts';
import { compareText } from '../compare-text.ts';
import { kpiById } from '../kpis/catalogue.ts';
import type { CustomerRecord, Dimension, Kpi, KpiQuery, KpiRow, Measure, Place } from '../kpis/kpi.ts';
import { measureTogether, type Asked } from '../kpis/measure-kpi.ts';
import type { Period } from '../periods.ts';
import { figureOf, type Figure } from './figure.ts';
import { forEachMonth, type ReportMonths } from './report-months.ts';

type Only = (customer: CustomerRecord) => boolean;
/** KPIs that somebody else has measured already, by their ids. */
export type Answered = ReadonlyMap<string, ReportMonths<Measure | null>>;

/** The KPIs of one part of a report: once measured, its figures at a place, and the places there are. */
export interface Part { figures(place: Place): Figure[]; places(dimension: Dimension): string[] }

/** Collects what a report asks of KPIs, measures all of it in one pass over the customers, and hands the parts out again. */
export class Comparison {
  /** The months of which something is known; null before the first day of the chain. */
  readonly known: ReportMonths<Period | null>;
  readonly #asked: Asked[] = [];
  #rows: KpiRow[][] = [];

  constructor(months: ReportMonths<Period>, firstDay: Day | null, private readonly shared: Omit<KpiQuery, 'from' | 'to' | 'by'>, private readonly associate: string | null) {
    this.known = forEachMonth(months, (period) => (firstDay === null || period.to <= firstDay ? null : period));
  }

  /** Asks for KPIs by their ids, of everybody or of some; one that the catalogue does not have, or that hides small cells and is not answered yet, is left out. */
  part(ids: readonly string[], by: readonly Dimension[], { only, answered }: { only?: Only; answered?: Answered } = {}): Part {
    const kpis = ids.flatMap((id) => kpiById(id) ?? []).filter((kpi) => !kpi.hidesSmall || answered?.has(kpi.id));
    const parts = kpis.map((kpi) => ({ kpi, rows: answered?.has(kpi.id) ? null : forEachMonth(this.known, (period) => period && this.ask(kpi, by, period, only)) }));
    return {
      figures: (place) => parts.map(({ kpi, rows }) => figureOf(kpi.id, kpi.unit, rows ? forEachMonth(rows, (ask) => ask && (ask().find((row) => isAt(row, place)) ?? { value: null, n: 0 })) : answered!.get(kpi.id)!)),
      places: (dimension) => [...new Set(parts.flatMap(({ rows }) => rows?.now?.() ?? []).map((row) => row[dimension] ?? ''))].sort(compareText),
    };
  }

  /** Asks for the rows of a KPI over a range. */
  ask(kpi: Kpi, by: readonly Dimension[], { from, to }: { from: Day; to: Day }, only?: Only): () => KpiRow[] {
    const at = this.#asked.length;
    const { associate } = this;
    this.#asked.push({ kpi, query: { ...this.shared, from, to, by: associate === null ? by : [...by, 'associate'] }, only });
    return () => this.#rows[at]!.filter((row) => associate === null || row.associate === associate);
  }

  /** Answers all that was asked. */
  measure(customers: Iterable<CustomerRecord>): void {
    this.#rows = measureTogether(this.#asked, customers);
  }
}

function isAt(row: KpiRow, place: Place): boolean {
  return (Object.keys(place) as Dimension[]).every((dimension) => row[dimension] === place[dimension]);
}
