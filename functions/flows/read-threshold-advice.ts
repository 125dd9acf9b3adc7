import type { ThresholdAdviceAnswer } from '../contract/policy-answers.ts';
import type { ThresholdQuestion } from '../contract/questions.ts';
import { addMonths, formatDay, type Day } from '../domain/calendar.ts';
import { kpiById } from '../domain/kpis/catalogue.ts';
import type { KpiRow } from '../domain/kpis/kpi.ts';
import { seededRandom } from '../domain/statistics/seeded-random.ts';
import { suggestForLevels, suggestThreshold, type Bought } from '../domain/tiers/threshold-advice.ts';
import { thresholdReach } from '../domain/tiers/threshold-reach.ts';
import type { Remembered } from './remembered.ts';
import type { AskedKpi, View } from './view.ts';

/** Any fixed number does: the same question gets the same intervals. */
const seed = 20_261_122;

/**
 * From what spend a card might be given, who would qualify, and what each existing level buys, over some months up to the as-of date.
 * Amounts, units and tickets are those of the KPIs, walk-ins included. Throws OtherStore and RunForgotten.
 */
export async function readThresholdAdvice(question: ThresholdQuestion, view: View, remembered: Remembered): Promise<ThresholdAdviceAnswer> {
  const { saved: { run: { asOf } }, publication: { runId } } = view.run;
  const { growth, months, thresholds = [] } = question;
  const range: Range = { from: addMonths(asOf + 1, -months), to: asOf + 1, store: view.scope.storeFor(question.store) };
  const key = JSON.stringify([runId, view.scope.key, 'threshold-advice', range, growth, thresholds]);
  const advice = await remembered.get(key, async () => {
    const [bought] = await boughtBy([], range, view);
    const suggested = bought ? suggestThreshold(bought, growth) : null;
    const asked = [...(suggested ? [suggested.threshold] : []), ...thresholds];
    const spends = await spendsIn(range, view);
    const [reach = null, ...compared] = reachOf(spends, asked);
    return {
      customers: spends.length, suggested: suggested && reach && { ...suggested, ...reach }, compared: suggested || reach === null ? compared : [reach, ...compared],
      levels: inLadderOrder(suggestForLevels(await boughtBy(['tier'], range, view), growth), view),
    };
  });
  return { ...view.provenance, from: formatDay(range.from), to: formatDay(range.to), growth, ...advice };
}

interface Range { from: Day; to: Day; store: string | null }

/** Without customers there is nobody to draw from. */
function reachOf(spends: readonly number[], thresholds: readonly number[]): ReturnType<typeof thresholdReach> {
  return spends.length === 0 ? [] : thresholdReach(spends, thresholds, seededRandom(seed));
}

async function boughtBy(by: AskedKpi['by'], { from, to, store }: Range, view: View): Promise<(Bought & { tier: string })[]> {
  const query: AskedKpi = { from, to, grain: null, by, store, tier: null, parameters: { silence: 1, top: 1 } };
  const measured = async (id: string): Promise<KpiRow[]> => view.measure(kpiById(id)!, query);
  const [sales, prices] = [await measured('net-sales'), await measured('average-unit-price')];
  return sales.map(({ value, n: tickets, tier = '' }, at) => ({ tier, amount: value ?? 0, tickets, units: prices[at]!.n }));
}

async function spendsIn({ from, to, store }: Range, view: View): Promise<number[]> {
  const spends: number[] = [];
  for (const { history } of await view.everybody()) {
    let spend = 0;
    let bought = false;
    for (const { day, storeId, netSpend } of history.purchases) {
      if (day < from || day >= to || (store !== null && storeId !== store)) continue;
      spend += netSpend;
      bought = true;
    }
    if (bought) spends.push(spend);
  }
  return spends;
}

function inLadderOrder<Level extends { tier: string }>(levels: readonly Level[], { run: { saved: { run: { policy } } } }: View): Level[] {
  const place = ({ tier }: Level): number => policy.ladder.findIndex(({ id }) => id === tier);
  return levels.toSorted((a, b) => place(a) - place(b));
}
