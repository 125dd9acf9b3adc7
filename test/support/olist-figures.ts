import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Figures in the words of the reference file. */
export interface OlistFigures { responses: number; csat: number; csat_wilson95: [number, number]; nps_like: number; revenue_weighted_csat: number | null }
interface Order { stars: number; revenue: number; month: string; region: string; states: string[] }
type Row = Record<string, string>;

/** The satisfaction of a directory of Olist tables, straight from its rows and written-out formulas, with nothing of the product in it. */
export function olistGroups(directory: string) {
  const orders = ordersIn(directory);
  const by = (keysOf: (order: Order) => string[]): Record<string, OlistFigures> => {
    const keys = [...new Set(orders.flatMap(keysOf))];
    return Object.fromEntries(keys.map((key) => [key, figuresOf(orders.filter((order) => keysOf(order).includes(key)))]));
  };
  return { whole: figuresOf(orders), months: by(({ month }) => [month]), regions: by(({ region }) => [region]), stores: by(({ states }) => states) };
}

function ordersIn(directory: string): Order[] {
  const table = (name: string) => parse<Row>(readFileSync(join(directory, `olist_${name}.csv`), 'utf8'), { columns: true });
  const [sellers, customers] = [new Map(table('sellers').map((row) => [row['seller_id'], row['seller_state']!])), new Map(table('customers').map((row) => [row['customer_id'], row['customer_state']!]))];
  const [states, revenue, review] = [new Map<string, Set<string>>(), new Map<string, number>(), new Map<string, Row>()];
  for (const row of table('order_items')) states.set(row['order_id']!, (states.get(row['order_id']!) ?? new Set()).add(sellers.get(row['seller_id'])!));
  for (const row of table('order_payments')) revenue.set(row['order_id']!, (revenue.get(row['order_id']!) ?? 0) + Number(row['payment_value']));
  const rank = (row: Row) => `${row['review_answer_timestamp']} ${row['review_id']}`;
  for (const row of table('order_reviews')) {
    const other = review.get(row['order_id']!);
    if (!other || rank(row) > rank(other)) review.set(row['order_id']!, row);
  }
  return table('orders').flatMap((row): Order[] => {
    const id = row['order_id']!;
    const stars = review.get(id)?.['review_score'];
    return stars === undefined ? [] : [{
      stars: Number(stars), revenue: revenue.get(id) ?? 0, month: row['order_purchase_timestamp']!.slice(0, 7), region: customers.get(row['customer_id'])!, states: [...states.get(id) ?? []],
    }];
  });
}

/** Positive are 4 and 5; promoters gave 5, detractors 3 or less. Wilson's interval in its textbook form, centre and half-width. */
function figuresOf(orders: readonly Order[]): OlistFigures {
  const n = orders.length;
  const share = (holds: (order: Order) => boolean) => orders.filter(holds).length / n;
  const p = share(({ stars }) => stars >= 4);
  const z2 = 1.959963984540054 ** 2;
  const [centre, half] = [(p + z2 / (2 * n)) / (1 + z2 / n), (Math.sqrt(z2) / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))];
  const paid = (some: readonly Order[]) => some.reduce((sum, order) => sum + order.revenue, 0);
  return {
    responses: n, csat: p, csat_wilson95: [centre - half, centre + half], nps_like: 100 * (share(({ stars }) => stars === 5) - share(({ stars }) => stars <= 3)),
    revenue_weighted_csat: paid(orders) === 0 ? null : paid(orders.filter(({ stars }) => stars >= 4)) / paid(orders),
  };
}
