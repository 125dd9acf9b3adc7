import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../functions/domain/history.ts';
import { responseRate } from '../../functions/domain/satisfaction/rates.ts';
import { addAnswer, csatOf, emptyTally, npsOf } from '../../functions/domain/satisfaction/tally.ts';
import { addWeighted, emptyWeighted, weightedShareOf } from '../../functions/domain/satisfaction/weighted.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const reference = `${shared}reference/olist_subset_satisfaction.json`;
const present = existsSync(reference) && existsSync(`${shared}data/olist_subset`);

interface Figures {
  responses: number; score_counts: Record<string, number>; csat: number; csat_wilson95: [number, number];
  promoters: number; passives: number; detractors: number; nps_like: number;
  mean_score?: number; average_order_value?: number; revenue?: number; revenue_weighted_csat?: number; detractor_revenue_share?: number;
}
interface Reviewed { order: string; score: number; revenue: number; month: string; region: string; status: string; sellers: string[]; late: boolean | null }
type Row = Record<string, string>;

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row); else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const table = (name: string) => parse<Row>(readFileSync(`${shared}data/olist_subset/olist_${name}.csv`, 'utf8'), { columns: true });
const answer = (metric: Answer['metric'], score: number): Answer => ({ metric, score, scale: metric === 'nps' ? 10 : 5, day: 0, storeId: '', associateId: null, category: null, ballot: 0, saleSpend: 0 });
/** The reference reads five stars as a promoter, four as passive, three and fewer as a detractor; these are answers of the same kind on 0–10. */
const asNps = (stars: number) => [0, 0, 0, 6, 8, 10][stars]!;

function reviewedOrders(): { orders: Reviewed[]; allScores: number[] } {
  const regions = new Map(table('customers').map((row) => [row['customer_id'], row['customer_state']]));
  const states = new Map(table('sellers').map((row) => [row['seller_id'], row['seller_state']]));
  const sellers = groupBy(table('order_items'), (row) => row['order_id']);
  const payments = groupBy(table('order_payments'), (row) => row['order_id']);
  const reviews = table('order_reviews');
  const byOrder = groupBy(reviews, (row) => row['order_id']);
  const latest = (rows: Row[]) => rows.toSorted((a, b) =>
    Number(a['review_answer_timestamp']! > b['review_answer_timestamp']!) - Number(a['review_answer_timestamp']! < b['review_answer_timestamp']!)
    || Number(a['review_id']! > b['review_id']!) - Number(a['review_id']! < b['review_id']!)).at(-1)!;
  const orders = table('orders').filter((row) => byOrder.has(row['order_id'])).map((row): Reviewed => ({
    order: row['order_id']!,
    score: Number(latest(byOrder.get(row['order_id'])!)['review_score']),
    revenue: (payments.get(row['order_id']) ?? []).reduce((sum, payment) => sum + Math.round(100 * Number(payment['payment_value'])), 0),
    month: row['order_purchase_timestamp']!.slice(0, 7),
    region: regions.get(row['customer_id'])!,
    status: row['order_status']!,
    sellers: [...new Set((sellers.get(row['order_id']) ?? []).map((item) => states.get(item['seller_id'])!))],
    late: row['order_delivered_customer_date'] ? row['order_delivered_customer_date'] > row['order_estimated_delivery_date']! : null,
  }));
  return { orders, allScores: reviews.map((row) => Number(row['review_score'])) };
}

/** What the domain makes of some orders, in the words of the reference file. */
function figuresOf(orders: readonly { score: number; revenue?: number }[]): Partial<Figures> {
  const tally = emptyTally();
  const weighted = emptyWeighted();
  for (const { score, revenue } of orders) {
    addAnswer(tally, answer('csat', score));
    addAnswer(tally, answer('nps', asNps(score)));
    addWeighted(weighted, score >= 4, revenue ?? 0);
  }
  const csat = csatOf(tally);
  const satisfied = weightedShareOf(weighted).value;
  return {
    responses: csat.n, csat: csat.value!, csat_wilson95: [...csat.interval!],
    promoters: tally.npsPromoters, detractors: tally.npsDetractors, passives: tally.nps - tally.npsPromoters - tally.npsDetractors,
    nps_like: npsOf(tally).value!,
    ...(satisfied !== null && { revenue_weighted_csat: satisfied, detractor_revenue_share: 1 - satisfied, revenue: weighted.weight / 100 }),
  };
}

/** What the reference says, to the ten decimals that it prints. */
function printed(expected: Figures): Record<string, unknown> {
  const near = (value: number): unknown => expect.closeTo(value, 9);
  const { score_counts: _, mean_score: __, average_order_value: ___, csat_wilson95, ...numbers } = expected;
  return { ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, near(value)])), csat_wilson95: csat_wilson95.map(near) };
}

describe.skipIf(!present)(`satisfaction of the Olist subset${present ? '' : ' (skipped: ../shared is not there)'}`, () => {
  const { orders, allScores } = present ? reviewedOrders() : { orders: [], allScores: [] };
  const expected = present ? JSON.parse(readFileSync(reference, 'utf8')) as Record<string, never> : {};
  const groups = (name: string) => Object.entries(expected[name] as unknown as Record<string, Figures>).filter(([, figures]) => 'csat_wilson95' in figures);
  const figures = (path: string) => path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], expected) as Figures;

  it('counts every review row when told to, and one for each order otherwise', () => {
    expect(figuresOf(allScores.map((score) => ({ score })))).toEqual(printed(figures('all_review_rows')));
    expect(figuresOf(orders)).toEqual(printed(figures('per_order')));
  });

  it('has everybody answer', () => {
    expect(responseRate(orders.length, 0).value).toBe((expected['rows'] as unknown as Record<string, number>)['response_rate']);
  });

  const dimensions: [string, (order: Reviewed) => string[]][] = [
    ['by_month', ({ month }) => [month]],
    ['by_status', ({ status }) => [status]],
    ['by_customer_state', ({ region }) => [region]],
    ['by_seller_state', ({ sellers }) => sellers],
    ['by_order_value_band', ({ revenue }) => [revenue < 5_000 ? '<50' : revenue < 10_000 ? '50-100' : revenue < 15_000 ? '100-150' : revenue < 20_000 ? '150-200' : '>=200']],
  ];
  it.each(dimensions.filter(([name]) => name in expected))('agrees in every group %s', (name, keysOf) => {
    const wanted = groups(name);
    expect(wanted.length).toBeGreaterThan(1);
    for (const [key, group] of wanted) expect(figuresOf(orders.filter((order) => keysOf(order).includes(key)))).toEqual(printed(group));
  });

  it('agrees for delivered orders, month by month, on time and late', () => {
    const delivered = orders.filter(({ status }) => status === 'delivered');
    expect(figuresOf(delivered)).toEqual(printed(figures('delivered_only.overall')));
    expect(figuresOf(delivered.filter(({ late }) => late === true))).toEqual(printed(figures('delivered_only.late.late')));
    expect(figuresOf(delivered.filter(({ late }) => late === false))).toEqual(printed(figures('delivered_only.late.on_time')));
    for (const [month, group] of Object.entries(figures('delivered_only.by_month') as unknown as Record<string, Figures>)) {
      expect(figuresOf(delivered.filter((order) => order.month === month))).toEqual(printed(group));
    }
  });
});
