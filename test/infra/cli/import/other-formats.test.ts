import { describe, expect, it } from 'vitest';
import { sharedData } from '../support/shared-data.ts';
import { fileOf, folderOf, paid, readAll } from '../support/read-all.ts';

describe('Any CSV file', () => {
  const columns = new Map(Object.entries({ customer: '会员', date: '日期', amount: '金额' }));
  const text = '会员,门店,日期,金额,单号\nC1,S1,2026-11-20,199.00,A\nC2,S1,2026-11-20 15:04,59.9,A2\n,S2,2026-11-21,10,B\n';

  it('is read by the columns it is told, an empty customer being a walk-in', async () => {
    const { sales } = await readAll('csv', fileOf(text), { columns, storeId: 'S9' });
    expect(sales.map(({ customerId, storeId, occurredAt, lines }) => [customerId, storeId, occurredAt.slice(0, 16), lines[0]?.unitPrice])).toEqual([
      ['C1', 'S9', '2026-11-20T12:00', 19_900], ['C2', 'S9', '2026-11-20T15:04', 5_990], [undefined, 'S9', '2026-11-21T12:00', 1_000],
    ]);
    expect(new Set(sales.map(({ id }) => id)).size).toBe(3);
  });

  it('has tickets of several rows where an id is mapped', async () => {
    const rows = 'id,c,d,a,q,s,k\nT1,C1,20261101,30,3,socks,hosiery\nT2,C1,20261101,5,1,x,y\nT1,C1,20261101,100,1,shirt,top\n';
    const mapped = new Map(Object.entries({ id: 'id', customer: 'c', date: 'd', amount: 'a', quantity: 'q', sku: 's', category: 'k' }));
    const { sales } = await readAll('csv', fileOf(rows), { columns: mapped });
    expect(sales.map(({ id, lines }) => [id, lines])).toEqual([
      ['T1', [{ sku: 'socks', category: 'hosiery', quantity: 3, unitPrice: 1_000 }, { sku: 'shirt', category: 'top', quantity: 1, unitPrice: 10_000 }]],
      ['T2', [{ sku: 'x', category: 'y', quantity: 1, unitPrice: 500 }]],
    ]);
  });

  it('may name its currency, whose minor units then count', async () => {
    const { sales, rejected } = await readAll('csv', fileOf('c,d,a,cur\n1,2026-01-01,1200,jpy\n1,2026-01-01,12.5,usd\n1,2026-01-01,1,yuan\n'), {
      columns: new Map(Object.entries({ customer: 'c', date: 'd', amount: 'a', currency: 'cur' })),
    });
    expect(sales.map(({ currency, lines }) => [currency, lines[0]?.unitPrice])).toEqual([['JPY', 1200], ['USD', 1250]]);
    expect(rejected).toEqual([{ line: 4, reason: 'currency: is not an ISO 4217 code (got "YUAN")' }]);
  });

  it('cannot be read without knowing the date and the amount', async () => {
    await expect(readAll('csv', fileOf(text), { columns: new Map([['customer', '会员']]) })).rejects.toThrow(/needs --map date=COLUMN/);
  });

  it('tells the line of a row even after cells with line breaks and blank lines', async () => {
    const { rejected } = await readAll('csv', fileOf('c,d,a\n"C\n1",2026-01-01,1\n\nC2,never,1\n'), { columns: new Map(Object.entries({ customer: 'c', date: 'd', amount: 'a' })) });
    expect(rejected.map(({ line }) => line)).toEqual([2, 5]);
  });
});

describe('Lines of events', () => {
  it('are taken as they are, and a damaged line does not stop the rest', async () => {
    const event = { 'detail-type': 'CustomerErased', detail: { id: 'E1', storeId: 'S1', customerId: 'C1', occurredAt: '2026-11-20T10:00:00Z' } };
    const lines = [JSON.stringify(event), '{"detail-type":"CustomerErased"', '[]', 'null', '', JSON.stringify({ ...event, 'detail-type': 'CustomerVanished' }), JSON.stringify({ ...event, detail: { ...event.detail, id: 'E2' } })];
    const { types, rejected } = await readAll('guibin', fileOf(lines.join('\r\n'), 'jsonl'));
    expect(types).toEqual(['CustomerErased', 'CustomerErased']);
    expect(rejected.map(({ line }) => line)).toEqual([2, 3, 4, 6]);
    expect(rejected.at(-1)?.reason).toMatch(/^detail-type: is not one of .*CustomerVanished/);
  });

  it('carry characters of several bytes unharmed over the borders of what is read at once', async () => {
    const name = '雪'.repeat(200);
    const lines = Array.from({ length: 1_500 }, (_, at) => JSON.stringify({ 'detail-type': 'CustomerUpdated', detail: { id: `E${at}`, storeId: 'S1', customerId: 'C1', occurredAt: '2026-11-20T10:00:00Z', hard: { name } } }));
    const { events, rejected } = await readAll('guibin', fileOf(lines.join('\n'), 'jsonl'));
    expect(rejected).toEqual([]);
    expect(new Set(events.map((detail) => (detail as { hard: { name: string } }).hard.name))).toEqual(new Set([name]));
  });
});

/** A directory of tiny tables, written down by hand. */
function olistOf(tables: Record<string, string>): string {
  const all = {
    customers: 'customer_id,customer_unique_id,customer_state\nc1,ana,SP', products: 'product_id,product_category_name\np1,toys\np2,', sellers: 'seller_id,seller_state\ns1,SP\ns2,MG\ns3,BA',
    orders: 'order_id,customer_id,order_purchase_timestamp\no1,c1,2018-01-31 23:30:00',
    order_items: 'order_id,product_id,price,seller_id', order_payments: 'order_id,payment_value', order_reviews: 'review_id,order_id,review_score,review_creation_date,review_answer_timestamp',
    ...tables,
  };
  return folderOf(Object.fromEntries(Object.entries(all).map(([name, text]) => [`olist_${name}.csv`, `${text}\n`])));
}
const items = 'order_id,product_id,price,seller_id\no1,p1,10.00,s2\no1,p1,30.00,s1\no1,p2,30.00,s3';

describe('Olist tables', () => {
  it('make a sale of every order: at the state of its dearest item, the first of equals, for what was paid, line by line as prices are', async () => {
    const { sales, events } = await readAll('olist', olistOf({ order_items: items, order_payments: 'order_id,payment_value\no1,50.00\no1,50.01' }));
    expect(sales).toMatchObject([{ id: 'o1', storeId: 'SP', customerId: 'ana', occurredAt: '2018-01-31T23:30:00+08:00' }]);
    // 100.01 in proportion to 10 : 30 : 30, the running sum rounded.
    expect(sales[0]!.lines).toEqual([{ sku: 'p1', category: 'toys', quantity: 1, unitPrice: 1_429 }, { sku: 'p1', category: 'toys', quantity: 1, unitPrice: 4_286 }, { sku: 'p2', quantity: 1, unitPrice: 4_286 }]);
    expect(paid(sales)).toBe(10_001);
    expect(events[0]).toMatchObject({ customerId: 'ana', region: 'SP' });
  });

  it('keep an order without items, and one nobody paid for', async () => {
    expect((await readAll('olist', olistOf({ order_payments: 'order_id,payment_value\no1,12.50' }))).sales).toMatchObject([{ storeId: 'OLIST', lines: [{ quantity: 1, unitPrice: 1_250 }] }]);
    expect(paid((await readAll('olist', olistOf({ order_items: items }))).sales)).toBe(0);
  });

  it('take the latest review of an order, of two at once the one with the greater id, and tell it in each state that sold any of it', async () => {
    const order_reviews = 'review_id,order_id,review_score,review_creation_date,review_answer_timestamp\n'
      + 'r9,o1,5,2018-02-01 00:00:00,2018-02-02 10:00:00\nr1,o1,1,2018-02-03 00:00:00,2018-02-04 10:00:00\nr2,o1,4,2018-02-03 00:00:00,2018-02-04 10:00:00';
    const told = await readAll('olist', olistOf({ order_items: items, order_reviews }), { surveyWindow: 'none' });
    const voices = told.events.flatMap((event, at) => (told.types[at] === 'SurveyAnswered' ? [event as { storeId: string; metric: string; score: number }] : []));
    expect(voices.map(({ storeId, metric, score }) => [storeId, metric, score])).toEqual(['SP', 'BA', 'MG'].flatMap((state) => [[state, 'csat', 4], [state, 'nps', 8]]));
    expect(voices).toMatchObject(voices.map(() => ({ saleId: 'o1', countsPer: 'sale' })));
    expect(told.skipped).toEqual({ 'review of an order that has a later one': 2 });
  });

  it('refuse stars that nobody could give', async () => {
    const order_reviews = 'review_id,order_id,review_score,review_creation_date,review_answer_timestamp\nr1,o1,6,2018-02-01,2018-02-02\nr2,o2,5,2018-02-01,2018-02-02';
    expect((await readAll('olist', olistOf({ order_reviews }))).rejected.map(({ reason }) => reason)).toEqual([expect.stringContaining('review_score'), expect.stringContaining('order_id')]);
  });
});

const { path, missing } = sharedData('olist_subset');
describe.skipIf(missing)(`The Olist subset (${missing ? 'skipped: ../shared/data/olist_subset is not there' : 'found'})`, () => {
  it('gives a sale an order for the sum of its payments, and the latest review of each', async () => {
    const { types, events, sales, rejected } = await readAll('olist', path, { currency: 'BRL', surveyWindow: 'none' });
    expect(rejected).toEqual([]);
    // olist_subset_satisfaction.json: rows.orders, rows.revenue_total, per_order.score_counts.
    expect(sales).toHaveLength(8_135);
    expect(paid(sales)).toBe(142_860_281);
    const stars = new Map(events.flatMap((event, at) => {
      const { metric, score, saleId } = event as { metric: string; score: number; saleId: string };
      return types[at] === 'SurveyAnswered' && metric === 'csat' ? [[saleId, score] as const] : [];
    }));
    expect([1, 2, 3, 4, 5].map((score) => [...stars.values()].filter((given) => given === score).length)).toEqual([2_625, 381, 660, 1_170, 3_299]);
  }, 30_000);
});
