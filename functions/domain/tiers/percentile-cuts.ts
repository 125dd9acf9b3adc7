import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { compilePolicy, criteriaOf, cutName, type CompiledPolicy, type Measure } from './compiled-policy.ts';
import { belongsTo } from './key-customer-set.ts';
import { measured } from './measured.ts';
import type { Policy, Window } from './policy.ts';
import { recordOf, type QualifyingRecord } from './qualifying-record.ts';
import { RankSearch } from './rank-search.ts';

/** The last customer who qualifies for the first `percent` of those who bought in the window; with `customerId` null nobody does. */
export interface PercentileCut {
  window: Window;
  percent: number;
  /** Customers who bought in the window, and how many of them qualify. */
  customers: number;
  qualifying: number;
  netSpend: number;
  customerId: string | null;
}

/** Where each percentile of a policy ends on a day, by name, so that each customer can be judged alone. */
export interface PercentileCuts { asOf: Day; cuts: { [name: string]: PercentileCut } }

/** The cuts of a policy over all histories, which are looped over a few times. Throws ChangedBetweenPasses where they can be read only once. */
export function percentileCuts(policy: Policy, histories: Iterable<History>, asOf: Day): PercentileCuts {
  const search = new PercentileCutSearch(policy, asOf);
  while (search.isOpen) {
    for (const history of histories) search.add(history);
    search.endPass();
  }
  return search.cuts();
}

/** Finds the cuts of a policy while customers stream by, once or a few times; holds a sample of them, however many there are. */
export class PercentileCutSearch {
  readonly #policy: CompiledPolicy;
  readonly #ranked: { measure: Measure; index: number; searches: Map<number, RankSearch> }[] = [];

  readonly #known: [name: string, cut: PercentileCut][] = [];

  /** Cuts of the same day and goods that are `known` already are taken as they are. */
  constructor(policy: Policy, private readonly asOf: Day, known: PercentileCuts['cuts'] = {}) {
    this.#policy = compilePolicy(policy);
    for (const criterion of policy.ladder.flatMap(({ entry, keep }) => [entry, keep ?? entry]).flatMap(criteriaOf)) {
      if (criterion.criterion !== 'top-percent') continue;
      const name = cutName(criterion.percent, criterion.window);
      if (known[name]) {
        this.#known.push([name, known[name]]);
        continue;
      }
      const index = this.#policy.measures.findIndex((measure) => isSpendIn(measure, criterion.window));
      let ranked = this.#ranked.find((known) => known.index === index);
      if (!ranked) this.#ranked.push(ranked = { measure: this.#policy.measures[index]!, index, searches: new Map() });
      if (!ranked.searches.has(criterion.percent)) ranked.searches.set(criterion.percent, new RankSearch(criterion.percent));
    }
  }

  /** Whether another pass over all customers is needed. */
  get isOpen(): boolean {
    return this.#ranked.some(({ searches }) => [...searches.values()].some(({ found }) => found === null));
  }

  add(history: History): void {
    if (this.#ranked.length === 0) return;
    const record = recordOf(history, this.#policy.policy);
    const values = measured(record, this.#policy, this.asOf);
    for (const { measure, index, searches } of this.#ranked) {
      if (!boughtIn(measure, record, this.asOf)) continue;
      for (const search of searches.values()) if (search.found === null) search.add(values[index]!, history.customerId);
    }
  }

  /** Ends a pass over all customers. Throws ChangedBetweenPasses. */
  endPass(): void {
    for (const { searches } of this.#ranked) for (const search of searches.values()) if (search.found === null) search.endPass();
  }

  /** The cuts, once no more passes are needed. */
  cuts(): PercentileCuts {
    const cuts = this.#ranked.flatMap(({ measure: { window }, searches }) => [...searches].map(([percent, { found }]) => {
      const { customers, qualifying, last } = found!;
      return [cutName(percent, window), { window, percent, customers, qualifying, netSpend: last?.spend ?? 0, customerId: last?.customerId ?? null }] as const;
    }));
    return { asOf: this.asOf, cuts: Object.fromEntries([...this.#known, ...cuts]) };
  }
}

/** Whether a customer with this net spend in the window is at or before the cut. */
export function isAboveCut({ netSpend, customerId }: PercentileCut, spend: number, id: string): boolean {
  return customerId !== null && belongsTo({ spend: netSpend, customerId }, spend, id);
}

/** Whether she bought in the window of a measure and is ranked with those who did. */
export function boughtIn({ bounds }: Measure, record: QualifyingRecord, asOf: Day): boolean {
  const last = record.days[record.days.length - 1];
  return last !== undefined && last >= bounds.start(asOf, record.anchor);
}

function isSpendIn({ criterion, window }: Measure, wanted: Window): boolean {
  return (criterion.criterion === 'net-spend' || criterion.criterion === 'top-percent') && JSON.stringify(window) === JSON.stringify(wanted);
}
