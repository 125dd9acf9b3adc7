import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../support/shared-data.ts';
import { fileOf, paid, readAll } from '../support/read-all.ts';

const header = 'customer_id,date,cds,amount';

describe('The CDNOW format', () => {
  it('makes one sale of every row, at noon of the zone, in the store CDNOW', async () => {
    const { sales } = await readAll('cdnow', fileOf(`${header}\n00001,1997-01-01,1,11.77\n`));
    expect(sales).toEqual([{
      id: '00001/1997-01-01/1/11.77', occurredAt: '1997-01-01T12:00:00+08:00', storeId: 'CDNOW', customerId: '00001', currency: 'CNY',
      lines: [{ sku: 'CD', quantity: 1, unitPrice: 1177 }],
    }]);
  });

  it('keeps the amount of the row where quantity × unit price would miss it', async () => {
    const { sales } = await readAll('cdnow', fileOf(`${header}\n7,1997-01-01,3,10.00\n`));
    expect(sales[0]?.lines).toEqual([{ sku: 'CD', quantity: 3, unitPrice: 333, amount: 1000 }]);
  });

  it('takes rows of amount zero, and identical rows as sales of their own', async () => {
    const { sales } = await readAll('cdnow', fileOf(`${header}\n7,1997-01-01,1,0.00\n7,1997-01-01,1,0.00\n`));
    expect(sales.map(({ id }) => id)).toEqual(['7/1997-01-01/1/0.00', '7/1997-01-01/1/0.00/2']);
  });

  it('gives a row the same id wherever it stands', async () => {
    const rows = ['1,1997-01-01,1,11.77', '2,1997-01-12,5,77.00', '1,1997-01-01,1,11.77', '3,1997-01-02,2,20.76'];
    const ids = async (lines: string[]) => (await readAll('cdnow', fileOf([header, ...lines, ''].join('\n')))).sales.map(({ id }) => id).sort();
    expect(await ids([...rows].reverse())).toEqual(await ids(rows));
  });

  it('reads a packed file, Windows line ends and a byte order mark', async () => {
    const { sales } = await readAll('cdnow', fileOf(gzipSync(`\uFEFF${header}\r\n1,1997-01-01,1,11.77\r\n`), 'csv.gz'));
    expect(sales).toHaveLength(1);
  });

  it('rejects what it cannot take with line and reason and goes on', async () => {
    const bad = ['1,1997-02-30,1,5.00', '1,soon,1,5.00', '1,1997-01-01,-1,5.00', '1,1997-01-01,0,5.00', '1,1997-01-01,one,5.00', '1,1997-01-01,1,5.00 USD', '1 2,1997-01-01,1,5.00', '1,2999-01-01,1,5.00', '1,1997-01-01'];
    const { sales, rejected } = await readAll('cdnow', fileOf([header, ...bad, '1,1997-01-01,1,5.00', ''].join('\n')));
    expect(sales).toHaveLength(1);
    expect(rejected.map(({ line, reason }) => `${line} ${reason.split(/[:.[]/)[0]}`)).toEqual([
      '2 occurredAt', '3 date', '4 lines', '5 lines', '6 cds', '7 amount', '8 customerId', '9 occurredAt', '10 amount',
    ]);
  });

  it('says which column a file of another kind lacks', async () => {
    await expect(readAll('cdnow', fileOf('a,b\n1,2\n'))).rejects.toThrow(/has no column customer_id; it has a, b/);
    await expect(readAll('cdnow', fileOf(''))).rejects.toThrow(/is empty/);
    await expect(readAll('cdnow', '/nowhere/at-all.csv')).rejects.toThrow(/cannot read .*ENOENT/);
    await expect(readAll('cdnow', fileOf('not packed', 'gz'))).rejects.toThrow(/cannot read .*header/);
  });
});

const { path, missing } = sharedData('cdnow_master.csv');
describe.skipIf(missing)(`The whole CDNOW file (${missing ? 'skipped: ../shared/data/cdnow_master.csv is not there' : 'found'})`, () => {
  it('gives 69,659 sales with ids of their own and the revenue of the reference', async () => {
    const { sales, rejected } = await readAll('cdnow', path, { currency: 'USD' });
    expect(rejected).toEqual([]);
    // cdnow_full_rfm_tiers_retention.json, totals: 69,659 rows, 23,570 customers, 2,500,315.63.
    expect(new Set(sales.map(({ id }) => id)).size).toBe(69_659);
    expect(new Set(sales.map(({ customerId }) => customerId)).size).toBe(23_570);
    expect(paid(sales)).toBe(250_031_563);
  });
});
