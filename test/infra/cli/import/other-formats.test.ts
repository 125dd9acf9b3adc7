import { describe, expect, it } from 'vitest';
import { sharedData } from '../support/shared-data.ts';
import { fileOf, readAll } from '../support/read-all.ts';

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

const { path, missing } = sharedData('olist_subset');
describe.skipIf(missing)(`The Olist tables (${missing ? 'skipped: ../shared/data/olist_subset is not there' : 'found'})`, () => {
  it('give a sale an order that was bought, and a survey sent and answered a review', async () => {
    const { types, events, skipped, rejected } = await readAll('olist', path, { currency: 'BRL' });
    expect(rejected).toEqual([]);
    // olist_subset_satisfaction.json: 8,135 orders of which 625 were canceled and 609 unavailable; 8,225 reviews, by score 2638, 382, 667, 1184, 3354.
    expect(skipped).toMatchObject({ 'order canceled': 625, 'order unavailable': 609 });
    const scores = events.filter((_, at) => types[at] === 'SurveyAnswered').map((detail) => (detail as { score: number }).score);
    expect([1, 2, 3, 4, 5].map((score) => scores.filter((given) => given === score).length)).toEqual([2638, 382, 667, 1184, 3354]);
    expect(types.filter((type) => type === 'SurveySent').length).toBe(8_225);
  }, 30_000);
});
