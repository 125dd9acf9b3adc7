import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guibin } from '../support/guibin-clv.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guibin-clv-bad-'));
  await mkdir(join(directory, 'bad.csv'));
});
afterAll(() => rm(directory, { recursive: true }));

/** What the command says of a file, without the lines that tell how far it got, each without its time. */
async function said(content: string | Uint8Array, ...args: string[]): Promise<{ code: number; out: string; told: string[]; complaints: string[] }> {
  const path = join(directory, 'a.csv');
  await writeFile(path, content);
  const { code, out, err } = await guibin(path, ...args);
  const lines = err.replaceAll(`${directory}/`, '').split('\n').filter((line) => line !== '');
  const isTold = (line: string) => /^ *[\d.]+ s {2}/.test(line);
  return { code, out, told: lines.filter(isTold).map((line) => line.replace(/^ *[\d.]+ s {2}/, '')), complaints: lines.filter((line) => !isTold(line)) };
}

const head = 'customer_id,date,amount\n';
const summaryHead = 'customer_id,frequency,recency,T,monetary_value\n';
const good = `${head}a,1997-01-01,3\na,1997-02-01,4\nb,1997-01-05,5\n`;
const withCost = ['--map', 'customer=c,date=d,amount=a,cost=k'];

describe('guibin clv refuses with exit code 2 and one line on where and what to do:', () => {
  it.each<[string, string | Uint8Array, string[], string]>([
    ['a date that is none', `${head}a,1997-01-01,3\na,1997-02-31,3\n`, [], "a.csv:3: date '1997-02-31' is not a date from 1900 to 2100; write 1997-03-14, 1997/3/14, 19970314 or, month first, 3/14/1997"],
    ['a date of six digits', `${head}a,010197,3\n`, [], "a.csv:2: date '010197' is not a date"],
    ['a date of a spreadsheet', `${head}a,35500,3\n`, [], "a.csv:2: date '35500' is not a date"],
    ['a date with letters after it', `${head}a,1997-03-14xyz,3\n`, [], "a.csv:2: date '1997-03-14xyz' is not a date"],
    ['a date with two kinds of separators', `${head}a,1997-03/14,3\n`, [], "a.csv:2: date '1997-03/14' is not a date"],
    ['a date with more digits after the year', `${head}a,3/14/19975,3\n`, [], "a.csv:2: date '3/14/19975' is not a date"],
    ['a year of another century', `${head}a,1997-01-01,3\na,2997-01-01,3\n`, [], "a.csv:3: date '2997-01-01' is not a date from 1900 to 2100"],
    ['a long text instead of a date', `${head}a,${'x'.repeat(99)},3\n`, [], `a.csv:2: date '${'x'.repeat(39)}…' is not`],
    ['an amount with a currency', `${head}a,1997-01-01,3\na,1997-02-03,$12.50\n`, [], "a.csv:3: amount '$12.50' is not a number; write 1234.50"],
    ['a hexadecimal amount', `${head}a,1997-01-01,0x1F\n`, [], "a.csv:2: amount '0x1F' is not a number"],
    ['an amount without end', `${head}a,1997-01-01,1e999\n`, [], "a.csv:2: amount '1e999' is not a number"],
    ['an amount that would move the cursor', `${head}a,1997-01-01,\u001B[2J3\u202E\n`, [], String.raw`a.csv:2: amount '\u001b[2J3\u202e' is not a number`],
    ['a price that is none', 'InvoiceNo,InvoiceDate,CustomerID,Quantity,UnitPrice\n1,2011-01-01,a,2,free\n', [], "a.csv:2: UnitPrice 'free' is not a number"],
    ['a cost that is none', 'c,d,a,k\na,1997-01-01,3,\na,1997-01-02,3,12 EUR\n', withCost, "a.csv:3: k '12 EUR' is not a cost; write 1234.50, or nothing where it is not known"],
    ['a negative cost', 'c,d,a,k\na,1997-01-01,3,-1\n', withCost, "a.csv:2: k '-1' is not a cost"],
    ['costs that are all unknown', 'c,d,a,k\na,1997-01-01,3,\n', withCost, 'a.csv has no number in its column k'],
    ['a quotation mark without an end', `${head}a,1997-01-01,3\n"a,1997-01-02,3\na,1997-01-03,3\n`, [], 'a.csv:3: a quotation mark is opened here and never closed; close it'],
    ['a quotation mark that swallows rows', `${head}a,1997-01-01,3\n"a,1997-01-02,3\n"a",1997-01-03,3\n`, [], 'a.csv:3: a quotation mark is opened here and closed on line 4 in front of more text; write'],
    ['more fields than the header has', `${head}a,1997-01-01,1,234.50\n`, [], 'a.csv:2: 4 fields, but the header has 3; put a field'],
    ['two columns of the name that is asked for', 'customer_id,date,amount,amount\na,1997-01-01,3,4\n', [], 'a.csv has more than one column amount; give each a name of its own'],
    ['a missing column', 'Customer_ID,date,amount\na,1997-01-01,3\n', ['--format', 'cdnow'], "a.csv has no column customer_id; it has Customer_ID, date, amount; did you mean 'Customer_ID'?"],
    ['columns it does not know', 'id,when,how much\na,1997-01-01,3\n', [], 'cannot tell the format of a.csv from its first line: it has id, when, how much; name them with --map customer=…,date=…,amount=…'],
    ['columns it nearly knows', 'Customer_ID,Date,Amount\na,1997-01-01,3\n', [], 'name them with --map customer=Customer_ID,date=Date,amount=Amount'],
    ['a delimiter it does not know', 'customer_id|date|amount\na|1997-01-01|3\n', [], "it has one column, 'customer_id|date|amount'; columns are told apart by a comma, a semicolon or a tab; name them with --map"],
    ['lines without line feeds', good.replaceAll('\n', '\r'), [], 'its lines end with a carriage return alone; save it with line feeds'],
    ['a file without rows', head, [], 'a.csv holds no purchase'],
    ['a file of returns', `${head}a,1997-01-01,-3\nb,1997-01-01,-3\n`, [], 'a.csv holds no purchase: all 2 rows left out: negative amount'],
    ['a file of nothing', '', [], 'a.csv is empty'],
    ['a file of blanks', '\uFEFF \r\n\n', [], 'a.csv is empty'],
    ['a packed file of nothing', gzipSync(''), [], 'a.csv is empty'],
    ['Latin-1', Buffer.from(`${head}a,1997-01-01,3\nné,1997-01-01,3\n`, 'latin1'), [], 'a.csv is not UTF-8 (first on line 3); save it as UTF-8, or convert it: iconv -f latin1 -t utf-8'],
    ['Latin-1 in the last line', Buffer.from('customer_id,date,amount,é', 'latin1'), [], 'a.csv is not UTF-8 (first on line 1)'],
    ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), [], 'a.csv is UTF-16; save it as UTF-8, or convert it: iconv -f utf-16 -t utf-8'],
    ['UTF-16 without its mark', Buffer.from(good, 'utf16le'), [], 'a.csv is UTF-16 or no text at all (first zero byte on line 1); save the table as CSV in UTF-8'],
    ['a calibration end before the file', good, ['--calibration-end', '1996-12-31'], '--calibration-end 1996-12-31 lies before the purchases of a.csv, 1997-01-01 to 1997-02-01'],
    ['a calibration end long after the file', good, ['--calibration-end', '1999-01-01'], '--calibration-end 1999-01-01 lies more than a year after the purchases of a.csv, 1997-01-01 to 1997-02-01'],
    ['a hold-out of less than a day', good, ['--calibration-end', '1997-01-07', '--horizon-weeks', '0.05'], '--horizon-weeks 0.05 is less than a day'],
    ['costs that come too late', 'customer_id,date,amount,cost\na,1997-01-01,3,\na,1997-02-01,3,\nb,1997-03-01,3,1\n',
      ['--map', 'customer=customer_id,date=date,amount=amount,cost=cost', '--calibration-end', '1997-02-15'], 'no cost is known up to 1997-02-15; say --margin-rate R, or leave cost out of --map'],
    ['a unit of time for dates', good, ['--time-unit', 'days'], '--time-unit is for summary tables; a.csv holds purchases with dates'],
    ['recency after T', 'frequency,recency,T\n0,0,5\n\n2,9,5\n', [], 'a.csv:4: recency 9 does not lie between 0 and T (5)'],
    ['a part of a purchase', `${summaryHead}a,1.5,3,5,2\n`, [], 'a.csv:2: frequency 1.5 is not a whole number of repeat purchases'],
    ['a frequency that is no number', `${summaryHead}a,many,9,5,3\n`, [], "a.csv:2: frequency 'many' is not a number; write 12 or 12.5"],
    ['a customer who stands in two rows', `${summaryHead}a,1,3,5,2\nb,1,3,5,2\n"a",1,3,5,2\n`, [], "a.csv:4: customer_id 'a' stands in a row before; write one row for each customer"],
    ['a customer without an id', `${summaryHead}a,1,3,5,2\n,1,3,5,2\n`, [], 'a.csv:3: customer_id is empty; name everybody, or leave the column out'],
    ['a negative monetary value', `${summaryHead}a,1,3,5,-2\n`, [], "a.csv:2: monetary_value '-2' is negative"],
    ['a monetary value that is none', `${summaryHead}a,1,3,5,n/a\n`, [], "a.csv:2: monetary_value 'n/a' is not a number"],
  ])('%s', async (_, content, args, message) => {
    const { code, out, complaints } = await said(content, ...args);
    expect([code, out, complaints]).toEqual([2, '', [expect.stringContaining(message)]]);
    expect(complaints[0]).toMatch(/^guibin clv: /);
  });

  it.each<[string[], string]>([
    [['--horizon-weeks', 'x'], '--horizon-weeks x: write a number of weeks above 0 and up to 5200'],
    [['--horizon-weeks', '-4'], '--horizon-weeks -4: write a number of weeks above 0 and up to 5200'],
    [['--margin-rate', '30'], '--margin-rate 30: write a number from -1 to 1; 0.3 is 30 %'],
    [['--discount-rate', '-.5'], '--discount-rate -.5: write a number from 0 to 10; 0.1 is 10 %'],
    [['--interval-level', '80'], '--interval-level 80: write a number above 0, at most 0.99; 0.8 is 80 %'],
    [['--top', '-1'], '--top -1: write a whole number from 0 up'],
    [['--top', '0x10'], '--top 0x10: write a whole number from 0 up'],
    [['--top', '3', '--customers', 'none'], '--top or --customers none, not both'],
    [['--map', 'customer=c,date=d', '--format', 'summary'], '--map or --format summary, not both: the columns of that format have names of their own'],
    [['--map', 'customer=c,date=d', '--format', 'online-retail'], '--map or --format online-retail, not both: the columns of that format have names of their own'],
    [['--map', 'customer=c,date=d,amount=c'], '--map names the column c twice; each field needs a column of its own'],
    [['--model', 'bgnbd'], '--model bgnbd: choose bg-nbd, pareto-nbd; did you mean bg-nbd?'],
    [['--model', '\u001B[31m'], String.raw`--model \u001b[31m: choose bg-nbd, pareto-nbd`],
    [['--time-unit', 'day'], '--time-unit day: choose weeks, days; did you mean days?'],
  ])('%j', async (args, message) => {
    expect(await said(good, ...args)).toEqual({ code: 2, out: '', told: [], complaints: [`guibin clv: ${message}`] });
  });

  it('a file that is not there, and a folder', async () => {
    const [none, folder] = [join(directory, 'none.csv'), join(directory, 'bad.csv')];
    expect(await guibin(none)).toEqual({ code: 2, out: '', err: `guibin clv: there is no file ${none}\n` });
    expect(await guibin(folder)).toEqual({ code: 2, out: '', err: `guibin clv: ${folder} is a folder; name a file\n` });
  });
});

describe('guibin clv says how it read', () => {
  const table = (unit: number) => `${summaryHead}${[[0, 0, 40, 0], [3, 20, 40, 5], [1, 5, 38, 4], [2, 30, 39, 6], [0, 0, 41, 0]].map(([x, t, T, m], i) => `c${i},${x},${t! * unit},${T! * unit},${m}`).join('\n')}\n`;

  it('dates that another may mean as day/month/year', async () => {
    const day = `${head}a,1/2/1997,3\na,3/4/1997 10:00,4\nb,2/5/1997,5\n`;
    expect((await said(day)).told[0]).toBe('3 rows, 2 customers, 1997-01-02 to 1997-03-04; dates read as month/day/year');
    expect((await said(good)).told[0]).toBe('3 rows, 2 customers, 1997-01-01 to 1997-02-01');
  });

  it('a summary table whose times look like days, as weeks unless it is told', async () => {
    const warning = '; whole numbers this large look like days: --time-unit days reads them so, --time-unit weeks says that they are weeks';
    expect((await said(table(1))).told[0]).toBe('5 customers, T 38 to 41 weeks');
    expect((await said(table(7))).told[0]).toBe(`5 customers, T 266 to 287 weeks${warning}`);
    expect((await said(table(7.01))).told[0]).toBe('5 customers, T 266.4 to 287.4 weeks');
    expect((await said(table(7), '--time-unit', 'weeks')).told[0]).toBe('5 customers, T 266 to 287 weeks');
    const [inWeeks, inDays] = [await said(table(1), '--json'), await said(table(7), '--time-unit', 'days', '--json')];
    expect(inDays.told[0]).toBe('5 customers, T 266 to 287 days');
    expect(inDays.out).toBe(inWeeks.out);
  });

  it('a negative margin rate behind a blank', async () => {
    const { code, out } = await said(table(1), '--margin-rate', '-0.5', '--json');
    expect([code, (JSON.parse(out) as { customers: { marginRate: number }[] }).customers[0]!.marginRate]).toEqual([0, -0.5]);
  });
});
