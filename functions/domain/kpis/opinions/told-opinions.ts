import { formatDay } from '../../calendar.ts';
import { UnanswerableQuestion } from '../../errors.ts';
import { periodsOf, type Grain, type Period } from '../../periods.ts';
import { suppress } from '../../satisfaction/suppression/suppress.ts';
import { dimensions, type CustomerRecord, type Dimension, type Kpi, type KpiParameters, type KpiQuery, type KpiRow } from '../kpi.ts';
import { toldFigures } from './told-figures.ts';
import { figureKey, opinionScores, tableName, toldTables } from './told-tables.ts';

type Asked = Omit<KpiQuery, 'parameters'>;

/** What readers are told about the opinions of one run: decided once for all that anybody may ask, so that no answer gives away what another hides. */
export class ToldOpinions {
  readonly #told: ReadonlySet<string>;
  readonly #hidden: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #range: { from: number; to: number };

  constructor(customers: Iterable<CustomerRecord>, asOf: number, parameters: KpiParameters) {
    let from = asOf;
    for (const { history } of customers) for (const { day } of history.answers) from = Math.min(from, day);
    this.#range = { from, to: asOf + 1 };
    const figures = toldFigures(customers, this.#range, parameters);
    const hidden = suppress(figures, parameters.satisfaction.hiddenBelow);
    this.#told = new Set(figures.tables.map(tableName));
    this.#hidden = new Map(opinionScores.map((score, at) => [score, hidden[at]!]));
  }

  /** The table that a question asks for. Throws UnanswerableQuestion when it is none that is told. */
  refuseUntold(query: Asked): void {
    const cut = cutOf(query);
    if (!toldTables.flat().some(({ by }) => by.join() === cut.join())) {
      throw new UnanswerableQuestion('by', cut.join(), 'is finer than opinions are told; ask by store, tier, region, category or associate, and of one store by tier or associate');
    }
    const grain = this.#grainOf(query);
    if (!this.#told.has(tableName({ grain, by: cut }))) {
      throw new UnanswerableQuestion('grain', query.grain, `is finer than opinions are told by ${cut.join() || 'chain'} here; ask for a longer period or fewer cuts`);
    }
  }

  /** The rows of a question as they are told. */
  told({ id }: Kpi, rows: readonly KpiRow[], query: Asked): KpiRow[] {
    const periods = new Map(periodsOf(query.from, query.to, query.grain).map((period) => [period.label, this.#known(period)]));
    const filter = { ...(query.store !== null && { store: query.store }), ...(query.tier !== null && { tier: query.tier }) };
    const hidden = this.#hidden.get(id)!;
    return rows.map((row): KpiRow => {
      if (!hidden.has(figureKey(periods.get(row.period)!, { ...row, ...filter }))) return row;
      const { interval: _, ...rest } = row;
      return { ...rest, value: null, suppressed: true };
    });
  }

  #known({ from, to }: Pick<Period, 'from' | 'to'>): { from: number; to: number } {
    return { from: Math.max(from, this.#range.from), to: Math.min(to, this.#range.to) };
  }

  /** How long the periods asked for are. Throws UnanswerableQuestion when they are no calendar periods, as far as anything is known of them. */
  #grainOf({ from, to, grain }: Asked): Grain | null {
    const asked = this.#known({ from, to });
    const fits = (each: Grain | null) => {
      const periods = periodsOf(this.#range.from, this.#range.to, each);
      return periods.some((period) => period.from === asked.from) && periods.some((period) => period.to === asked.to) && (grain !== null || periods.some((period) => period.from === asked.from && period.to === asked.to));
    };
    const nobody = asked.from >= asked.to;
    if (grain !== 'day' && (nobody || grain !== null && fits(grain))) return grain;
    const found = grain === null ? ([null, 'year', 'quarter', 'month'] as const).find(fits) : undefined;
    if (found !== undefined) return found;
    const because = 'because opinions of other ranges would differ from these by single answers';
    if (grain === 'day') throw new UnanswerableQuestion('grain', grain, `must be month, quarter or year, ${because}`);
    throw new UnanswerableQuestion('from', formatDay(from), `must begin, and to=${formatDay(to)} end, one calendar month, quarter or year, or the time of all answers, ${because}; several months are told with grain=month`);
  }
}

function cutOf({ by, store, tier }: Asked): Dimension[] {
  return dimensions.filter((dimension) => by.includes(dimension) || dimension === 'store' && store !== null || dimension === 'tier' && tier !== null);
}
