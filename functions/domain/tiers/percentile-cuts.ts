import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { compilePolicy, criteriaOf, cutName, type CompiledPolicy, type Measure } from './compiled-policy.ts';
import { customersInTop } from './key-customers.ts';
import { measured } from './measured.ts';
import type { Policy, Window } from './policy.ts';
import { recordOf, type QualifyingRecord } from './qualifying-record.ts';

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

/** The cuts of a policy over all histories, each looked at once; holds one number and one id a customer and window. */
export function percentileCuts(policy: Policy, histories: Iterable<History>, asOf: Day): PercentileCuts {
  const collector = new PercentileCutCollector(policy, asOf);
  for (const history of histories) collector.add(history);
  return collector.cuts();
}

/** Collects cuts while customers stream by. */
export class PercentileCutCollector {
  readonly #policy: CompiledPolicy;
  readonly #ranked: { measure: Measure; index: number; percents: Set<number>; spends: number[]; ids: string[] }[] = [];

  constructor(policy: Policy, private readonly asOf: Day) {
    this.#policy = compilePolicy(policy);
    for (const criterion of policy.ladder.flatMap(({ entry, keep }) => [entry, keep ?? entry]).flatMap(criteriaOf)) {
      if (criterion.criterion !== 'top-percent') continue;
      const index = this.#policy.measures.findIndex((measure) => isSpendIn(measure, criterion.window));
      let ranked = this.#ranked.find((known) => known.index === index);
      if (!ranked) this.#ranked.push(ranked = { measure: this.#policy.measures[index]!, index, percents: new Set(), spends: [], ids: [] });
      ranked.percents.add(criterion.percent);
    }
  }

  add(history: History): void {
    if (this.#ranked.length === 0) return;
    const record = recordOf(history, this.#policy.policy);
    const values = measured(record, this.#policy, this.asOf);
    for (const { measure, index, spends, ids } of this.#ranked) {
      if (!boughtIn(measure, record, this.asOf)) continue;
      spends.push(values[index]!);
      ids.push(history.customerId);
    }
  }

  cuts(): PercentileCuts {
    const cuts = this.#ranked.flatMap(({ measure: { window }, percents, spends, ids }) => {
      const ascending = Float64Array.from(spends).sort();
      return [...percents].map((percent) => [cutName(percent, window), { window, percent, ...lastInTop(spends, ids, ascending, percent) }] as const);
    });
    return { asOf: this.asOf, cuts: Object.fromEntries(cuts) };
  }
}

/** Whether a customer with this net spend in the window is at or before the cut. */
export function isAboveCut(cut: PercentileCut, netSpend: number, customerId: string): boolean {
  return cut.customerId !== null && (netSpend > cut.netSpend || (netSpend === cut.netSpend && customerId <= cut.customerId));
}

/** Whether she bought in the window of a measure and is ranked with those who did. */
export function boughtIn({ bounds }: Measure, record: QualifyingRecord, asOf: Day): boolean {
  const last = record.days[record.days.length - 1];
  return last !== undefined && last >= bounds.start(asOf, record.anchor);
}

function isSpendIn({ criterion, window }: Measure, wanted: Window): boolean {
  return (criterion.criterion === 'net-spend' || criterion.criterion === 'top-percent') && JSON.stringify(window) === JSON.stringify(wanted);
}

function lastInTop(spends: number[], ids: string[], ascending: Float64Array, percent: number): Omit<PercentileCut, 'window' | 'percent'> {
  const customers = spends.length;
  const qualifying = customersInTop(customers, percent);
  if (qualifying === 0) return { customers, qualifying, netSpend: 0, customerId: null };
  const netSpend = ascending[customers - qualifying]!;
  const spentMore = customers - firstAbove(ascending, netSpend);
  const tied = ids.filter((_, i) => spends[i] === netSpend).sort();
  return { customers, qualifying, netSpend, customerId: tied[qualifying - spentMore - 1]! };
}

function firstAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
