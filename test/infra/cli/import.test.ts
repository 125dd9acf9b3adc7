import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from './support/call.ts';
import { fileOf } from './support/read-all.ts';
import { hostileCustomers, hostileNames } from '../sample/hostile-customers.ts';
import { SmallAws, type Entry } from './support/small-aws.ts';

let aws: SmallAws;
beforeAll(async () => { aws = await new SmallAws().start(); });
afterAll(() => aws.end());
beforeEach(() => { aws.entries.length = 0; aws.calls.length = 0; aws.answers = {}; });

const cdnow = (rows: number, bad: string[] = []) =>
  fileOf(['customer_id,date,cds,amount', ...Array.from({ length: rows }, (_, at) => `${at},1997-01-01,1,${at}.50`), ...bad, ''].join('\n'));

describe('guibin import', () => {
  it('puts every row on the bus of the stack, ten a call, in its currency and time zone, and says so', async () => {
    const { code, out } = await call(aws.url, 'import', cdnow(95), '--format', 'cdnow');
    expect([code, out]).toEqual([0, expect.stringMatching(/^accepted 95 · rejected 0 · skipped 0 · [\d.]+ s, \d+\/s\n$/)]);
    expect(aws.calls.filter(({ target }) => target === 'AWSEvents.PutEvents').length).toBe(10);
    expect(new Set(aws.entries.map(({ EventBusName, Source, DetailType }) => `${EventBusName} ${Source} ${DetailType}`))).toEqual(new Set(['facts guibin.import SaleRecorded']));
    expect(JSON.parse(aws.entries.find(({ Detail }) => Detail.includes('"94/'))!.Detail)).toMatchObject({ currency: 'USD', occurredAt: '1997-01-01T12:00:00-05:00', lines: [{ unitPrice: 9450 }] });
  });

  it('sends again what the bus did not take, and each event arrives', async () => {
    const taken: Entry[] = [];
    const refusedOnce = new Set<string>();
    aws.answers['AWSEvents.PutEvents'] = ({ Entries }) => ({
      Entries: (Entries as Entry[]).map((entry) => {
        if (entry.Detail.includes('7') && !refusedOnce.has(entry.Detail)) {
          refusedOnce.add(entry.Detail);
          return { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' };
        }
        taken.push(entry);
        return { EventId: '1' };
      }),
    });
    const { code } = await call(aws.url, 'import', cdnow(80), '--format', 'cdnow');
    expect(code).toBe(0);
    expect(refusedOnce.size).toBeGreaterThan(10);
    expect(taken.length).toBe(80);
    expect(new Set(taken.map(({ Detail }) => Detail)).size).toBe(80);
  });

  it('counts as rejected what the bus will never take', async () => {
    aws.answers['AWSEvents.PutEvents'] = ({ Entries }) => ({ Entries: (Entries as Entry[]).map(({ Detail }) => (Detail.includes('"3/') ? { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' } : { EventId: '1' })) });
    const path = cdnow(20);
    const { code, out } = await call(aws.url, 'import', path, '--format', 'cdnow');
    expect([code, out]).toEqual([1, expect.stringContaining('accepted 19 · rejected 1')]);
    expect(readFileSync(`${path}.rejected.csv`, 'utf8')).toContain('the bus refused it: Detail is malformed.');
  });

  it('waits until the queue has been seen empty twice', async () => {
    const depths = [12, 3, 0, 1, 0, 0];
    let asked = 0;
    aws.answers['AmazonSQS.GetQueueAttributes'] = ({ QueueUrl }) => {
      if (!String(QueueUrl).endsWith('/ingest')) return undefined;
      return { Attributes: { ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: String(depths[asked++] ?? 0) } };
    };
    await call(aws.url, 'import', cdnow(1), '--format', 'cdnow');
    expect(asked).toBe(6);
  });

  it('writes rejected rows with line and reason, harmless to a spreadsheet, and removes the list when the file is good again', async () => {
    const path = cdnow(2, ['=HYPERLINK("http://x"),1997-01-01,1,5.00', '@evil,1997-01-01,-2,5.00']);
    const { code, out } = await call(aws.url, 'import', path, '--format', 'cdnow');
    expect([code, out]).toEqual([1, expect.stringContaining(`accepted 3 · rejected 1 (see ${path}.rejected.csv)`)]);
    const [, first] = readFileSync(`${path}.rejected.csv`, 'utf8').split('\r\n');
    expect(first).toMatch(/^5,lines\[0\]\.quantity: [^,"]*\(got -2\),"'@evil,1997-01-01,-2,5\.00"$/);
    expect(aws.entries.some(({ Detail }) => Detail.includes('HYPERLINK'))).toBe(true);

    const good = `customer_id,date,cds,amount\n1,1997-01-01,1,1\n`;
    writeFileSync(path, good);
    await call(aws.url, 'import', path, '--format', 'cdnow');
    expect(existsSync(`${path}.rejected.csv`)).toBe(false);
  });

  it('passes on names that look like markup or formulas exactly as they are', async () => {
    const path = fileOf(hostileCustomers('2026-11-20').map((event) => JSON.stringify(event)).join('\n'), 'jsonl');
    expect((await call(aws.url, 'import', path)).code).toBe(0);
    const names = aws.entries.flatMap(({ Detail }) => (JSON.parse(Detail) as { hard?: { name: string } }).hard?.name ?? []);
    expect(names).toEqual([...hostileNames]);
  });

  it('with --dry-run checks everything, needs no server and sends nothing', async () => {
    const { code, out } = await call('http://127.0.0.1:1', 'import', cdnow(5, ['x']), '--format', 'cdnow', '--dry-run');
    expect([code, out]).toEqual([1, expect.stringMatching(/^dry run, nothing sent: accepted 5 · rejected 1/)]);
    expect(aws.calls).toEqual([]);
  });

  it('takes columns from --map in any of the ways people write it', async () => {
    const path = fileOf('who,when,paid\nC1,2026-01-01,12.30\n');
    for (const args of [['--map', 'customer=who,date=when,amount=paid'], ['--map', 'customer=who', '--map', 'date=when', '--map', 'amount=paid'], ['--map', 'customer=who', 'date=when', 'amount=paid']]) {
      aws.entries.length = 0;
      expect((await call(aws.url, 'import', path, ...args, '--store', 'S7', '--currency', 'eur')).code).toBe(0);
      expect(JSON.parse(aws.entries[0]!.Detail)).toMatchObject({ customerId: 'C1', storeId: 'S7', currency: 'EUR', lines: [{ unitPrice: 1230 }] });
    }
  });

  it.each([
    ['no file', ['import'], /name the file to import/],
    ['a file that is not there', ['import', '/nowhere.csv'], /there is no file \/nowhere\.csv/],
    ['a directory', ['import', '/tmp', '--format', 'cdnow'], /\/tmp is a directory/],
    ['a format that does not exist', ['import', '/tmp', '--format', 'cdnwo'], /--format cdnwo: choose .*; did you mean cdnow\?/],
    ['a flag that does not exist', ['import', 'x', '--fromat', 'cdnow'], /has no flag --fromat; did you mean --format\?/],
    ['a flag without its value', ['import', 'x', '--format'], /--format/],
    ['a field that does not exist', ['import', 'x', '--map', 'custmer=c'], /knows no field custmer; did you mean customer\?/],
    ['two files', ['import', 'x', 'y'], /"y" is not field=column, and only one file/],
    ['a currency that does not exist', ['import', 'package.json', '--dry-run', '--currency', 'QQQ'], /--currency QQQ is not an ISO 4217 currency/],
  ])('refuses %s with exit code 2 and one line', async (_, args, expected) => {
    const { code, err } = await call(aws.url, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('says how to start the laptop when nothing answers', async () => {
    const { code, err } = await call('http://127.0.0.1:1', 'import', cdnow(1), '--format', 'cdnow');
    expect([code, err]).toEqual([1, 'guibin import: nothing answers at http://127.0.0.1:1; start it with npm start\n']);
  });
});
