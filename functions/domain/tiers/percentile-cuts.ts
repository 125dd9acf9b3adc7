import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { compilePolicy, criteriaOf, cutName, type CompiledPolicy, type Measure } from './compiled-policy.ts';
import { belongsTo, lastOf } from './key-customer-set.ts';
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
    const cuts = this.#ranked.flatMap(({ measure: { window }, percents, spends, ids }) => (
      [...percents].map((percent) => [cutName(percent, window), { window, percent, ...lastInTop(spends, ids, percent) }] as const)
    ));
    return { asOf: this.asOf, cuts: Object.fromEntries(cuts) };
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

function lastInTop(spends: number[], ids: string[], percent: number): Omit<PercentileCut, 'window' | 'percent'> {
  const qualifying = customersInTop(spends.length, percent);
  const last = lastOf(spends, ids, qualifying);
  return { customers: spends.length, qualifying, netSpend: last?.spend ?? 0, customerId: last?.customerId ?? null };
}
