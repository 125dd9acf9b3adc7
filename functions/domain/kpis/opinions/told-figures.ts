import { periodsOf, type Grain, type Period } from '../../periods.ts';
import { latestAnswers } from '../../satisfaction/latest-answers.ts';
import type { Division, Figure, Figures } from '../../satisfaction/suppression/figures.ts';
import type { CustomerInPeriod, CustomerRecord, KpiParameters, KpiRow, Place, SeriesKpi } from '../kpi.ts';
import { measureTogether } from '../measure-kpi.ts';
import { NumberedOpinions } from './numbered-opinions.ts';
import { figureKey, opinionScores, toldTables, type ToldTable } from './told-tables.ts';

interface Days { from: number; to: number }

/** So many figures are looked through together in a second or two; in a large chain the finest tables are left out. */
const mostFigures = 1_000;

/** The figures that readers may be told, with the opinions behind them, and the tables they fill. */
export function toldFigures(customers: Iterable<CustomerRecord>, range: Days, parameters: KpiParameters): Figures & { tables: ToldTable[] } {
  const opinions = opinionScores.map((score) => new NumberedOpinions(score, parameters.satisfaction));
  const figures: Figure[] = [];
  const tables: ToldTable[] = [];
  for (const group of toldTables) {
    if (figures.length > mostFigures / 2) break;
    for (const { table, filled } of filledTables(group, customers, range, parameters, opinions)) {
      if (figures.length + filled.length > mostFigures) continue;
      // Of two, the one that says more about more people is shown.
      figures.push(...filled.sort((a, b) => opinionsIn(b) - opinionsIn(a)));
      tables.push(table);
    }
  }
  return { scores: opinions.map(({ aspects }) => aspects), figures, tables };
}

const opinionsIn = ({ behind }: Figure): number => behind.reduce((sum, { length }) => sum + length, 0);

/** Several tables in one pass over the customers. */
function filledTables(group: readonly ToldTable[], customers: Iterable<CustomerRecord>, range: Days, parameters: KpiParameters, opinions: readonly NumberedOpinions[]): { table: ToldTable; filled: Figure[] }[] {
  const behind = group.map((): number[][][] => []);
  const asked = group.map(({ grain, by }, at) => ({
    kpi: collector((customer) => {
      const latest = latestAnswers(customer, customer);
      return opinions.map((score) => score.of(customer, latest));
    }, behind[at]!),
    query: { ...range, grain, by, store: null, tier: null, parameters },
    only: ({ history }: CustomerRecord) => history.answers.length > 0,
  }));
  return measureTogether(asked, customers).map((rows, at) => {
    const table = group[at]!;
    const periods = new Map(periodsOf(range.from, range.to, table.grain).map((period) => [period.label, period]));
    return { table, filled: rows.flatMap((row, cell): Figure[] => (row.n === 0 ? [] : [figureOf(row, periods.get(row.period)!, table, range, behind[at]![cell]!)])) };
  });
}

const longerThan: Record<Grain, readonly (Grain | null)[]> = { day: [], month: ['quarter', 'year', null], quarter: ['year', null], year: [null] };

function figureOf(row: KpiRow, period: Period, { grain, by }: ToldTable, { from, to }: Days, behind: readonly number[][]): Figure {
  const place: Place = Object.fromEntries(by.map((dimension) => [dimension, row[dimension]]));
  const longer = grain === null ? [] : longerThan[grain].map((whole): Division => ({
    whole: figureKey(periodsOf(from, to, whole).find((each) => each.from <= period.from && each.to >= period.to)!, place), into: grain,
  }));
  const wider = by.map((dimension): Division => ({ whole: figureKey(period, { ...place, [dimension]: undefined }), into: dimension }));
  return { key: figureKey(period, place), partOf: [...longer, ...wider], behind };
}

/** A KPI that remembers who is behind each of its rows, in their order, by score. */
function collector(opinionsOf: (customer: CustomerInPeriod) => number[][], behind: number[][][]): SeriesKpi {
  return {
    id: 'opinions', unit: 'count', moreIsBetter: null, sees: 'voices', name: nameless, definition: nameless,
    tally: () => {
      const cell: number[][] = opinionScores.map(() => []);
      return {
        add(customer) { opinionsOf(customer).forEach((opinions, score) => { cell[score]!.push(...opinions); }); },
        measure() {
          behind.push(cell);
          return { value: null, n: cell.reduce((sum, { length }) => sum + length, 0) };
        },
      };
    },
  };
}
const nameless = { en: '', 'zh-CN': '', 'zh-TW': '' };
