import { describe, expect, it } from 'vitest';
import { groupTickets } from '../../../../infra/cli/import/group-tickets.ts';
import { goodsCategory } from '../../../../infra/cli/import/goods-category.ts';
import { sharedData } from '../support/shared-data.ts';
import { fileOf, paid, readAll } from '../support/read-all.ts';

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const row = (invoice: string, quantity: number, price: string, customer = '17850', sku = '85123A') =>
  `${invoice},${sku},"HEART, WHITE T-LIGHT HOLDER",${quantity},2010-12-01 08:26:00,${price},${customer},United Kingdom`;
const read = (rows: string[]) => readAll('online-retail', fileOf([header, ...rows, ''].join('\n')), { currency: 'GBP' });

describe('The Online Retail format', () => {
  it('makes one sale of the rows of an invoice, pence rounded line by line', async () => {
    const { sales } = await read([row('536365', 6, '2.55'), row('536366', 1, '1.00'), row('536365', 7, '0.045', '17850', 'X')]);
    expect(sales.map(({ id }) => id)).toEqual(['536365', '536366']);
    // 7 × 0.045 = 0.315 → 32 pence
    expect(sales[0]).toMatchObject({ occurredAt: '2010-12-01T08:26:00+08:00', customerId: '17850', currency: 'GBP', lines: [{ sku: '85123A', category: 'lighting', quantity: 6, unitPrice: 255 }, { quantity: 7, unitPrice: 5, amount: 32 }] });
  });

  it('counts what its filter leaves out, by the first reason that holds', async () => {
    const { sales, skipped, rejected } = await read([row('1', 1, '1', ''), row('C2', -1, '1'), row('3', 0, '1'), row('4', 1, '0'), row('5', 1, '1'), row('6', 1, '-3', '')]);
    expect(skipped).toEqual({ 'no CustomerID': 2, cancellation: 1, 'quantity not above zero': 1, 'price not above zero': 1 });
    expect([sales.length, rejected.length]).toEqual([1, 0]);
  });

  it('rejects a row that names another customer than its invoice', async () => {
    const { sales, rejected } = await read([row('1', 1, '1', '17850'), row('1', 1, '1', '17851')]);
    expect([sales[0]?.lines.length, rejected[0]?.reason]).toEqual([1, 'customerId: is not the one in line 2 of the same ticket']);
  });

  it('lets the fuller statement of an invoice win over a part of it, whichever comes last', async () => {
    const rows = [row('1', 1, '1.00'), row('1', 2, '2.00'), row('1', 3, '3.00')];
    const [all, part, one] = await Promise.all([read(rows), read(rows.slice(1)), read(rows.slice(2))]);
    const rank = (sale: { recordedAt?: string; occurredAt: string }) => Date.parse(sale.recordedAt ?? sale.occurredAt);
    expect(rank(all.sales[0]!)).toBeGreaterThan(rank(part.sales[0]!));
    expect(rank(part.sales[0]!)).toBeGreaterThan(rank(one.sales[0]!));
  });

  it('says the same thing when it is read again', async () => {
    const rows = [row('1', 1, '1.00'), row('2', 2, '2.00'), row('1', 3, '3.00')];
    expect((await read(rows)).sales).toEqual((await read(rows)).sales);
  });
});

it('A row that comes long after its ticket had to be closed is rejected, not lost', async () => {
  const ticket = (line: number, ticketId: string) => ({
    is: 'ticket-row' as const, line, raw: '', ticketId, occurredAt: '2010-12-01T08:26:00+08:00', storeId: 'S', customerId: 'C', currency: 'GBP', saleLine: { sku: 'x', quantity: 1, unitPrice: 1 },
  });
  async function* rows() {
    for (let line = 1; line <= 30_000; line++) yield ticket(line, line === 1 || line === 29_000 ? 'torn' : `t${line}`);
  }
  const seen = { event: 0, rejected: [] as string[] };
  for await (const record of groupTickets(rows())) {
    if (record.is === 'event') seen.event += 1;
    if (record.is === 'rejected') seen.rejected.push(`${record.line}: ${record.reason}`);
  }
  expect(seen).toEqual({ event: 29_999, rejected: ['29000: ticket torn began more than 20000 rows earlier; sort the file by ticket'] });
});

it.each([['WHITE HANGING HEART T-LIGHT HOLDER', 'lighting'], ['JUMBO BAG RED RETROSPOT', 'bags'], ['CHRISTMAS CRAFT TREE TOP ANGEL', 'christmas'], ['SET OF 3 CAKE TINS PANTRY DESIGN', 'kitchen'], ['POSTAGE', 'stationery'], ['', 'other']])(
  '%j belongs to %s', (description, category) => { expect(goodsCategory(description)).toBe(category); });

const { path, missing } = sharedData('online_retail.csv.gz');
describe.skipIf(missing)(`The whole Online Retail file (${missing ? 'skipped: ../shared/data/online_retail.csv.gz is not there' : 'found'})`, () => {
  it('gives 18,532 invoices of 4,338 customers and the revenue of the reference within 0.01 %', async () => {
    const { sales, rejected, skipped } = await readAll('online-retail', path, { currency: 'GBP' });
    expect(rejected).toEqual([]);
    // online_retail_rfm_tiers_retention.json, totals: 397,884 rows, 18,532 orders, 4,338 customers, 8,911,407.904.
    expect(new Set(sales.map(({ id }) => id)).size).toBe(18_532);
    expect(sales.length).toBe(18_532);
    expect(new Set(sales.map(({ customerId }) => customerId)).size).toBe(4_338);
    expect(sales.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(397_884);
    expect(Math.abs(paid(sales) / 100 / 8_911_407.904 - 1)).toBeLessThan(1e-4);
    expect(Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(541_909 - 397_884);
  }, 60_000);
});
