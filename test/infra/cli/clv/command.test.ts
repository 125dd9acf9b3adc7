import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '../../../../functions/domain/calendar.ts';
import { likeCdnow, simulate } from '../../../functions/domain/value/simulate.ts';
import { guibin } from '../support/guibin-clv.ts';

interface Answer {
  model: string;
  input: { customers: number; repeatCustomers: number; sumFrequency: number; calibrationEnd: string | null; horizonWeeks: number };
  purchase: { parameters: Record<string, number>; logLikelihood: number; boundary: string | null };
  spend: { parameters: Record<string, number> } | null;
  holdout: { weeks: number; totalPredicted: number; totalActual: number; mae: number; naive: { mae: number }; intervalCoverage: number } | null;
  customers: { id: string; frequency: number; T: number; pAlive: number; expectedOccasions: number; lifetimeValue: number | null; interval: [number, number] | null }[];
}

let directory: string;
let raw: string;
const lastDay = 20_000;

async function json(...args: string[]): Promise<Answer> {
  const { code, out, err } = await guibin(...args, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as Answer;
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(directory, name), content);
  return join(directory, name);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guibin-clv-'));
  const customers = simulate(2000, 31, likeCdnow, lastDay, 200, 470, 0);
  const rows = customers.flatMap(({ history }) => history.purchases.map(({ day, netSpend }) => `"${history.customerId}, Ms";${formatDay(day)}T10:00:00Z;${netSpend / 100};x`));
  raw = `﻿who;when;paid;note\r\n${rows.join('\r\n')}\r\n`;
});
afterAll(() => rm(directory, { recursive: true }));

describe('guibin clv', () => {
  it('reads any columns of a raw file, splits it, and tells how the prediction did', async () => {
    const path = await file('raw.csv', raw);
    const end = formatDay(lastDay - 26 * 7);
    const answer = await json(path, '--map', 'customer=who,date=when,amount=paid', '--calibration-end', end, '--horizon-weeks', '26');
    expect(answer).toMatchObject({ model: 'bg-nbd', input: { calibrationEnd: end, horizonWeeks: 26 }, holdout: { weeks: 26 } });
    expect(answer.customers).toHaveLength(answer.input.customers);
    expect(answer.customers[0]!.id).toBe('C0, Ms');
    expect(answer.holdout!.mae).toBeLessThan(answer.holdout!.naive.mae);
    expect(answer.customers.reduce((sum, { expectedOccasions }) => sum + expectedOccasions, 0)).toBeCloseTo(answer.holdout!.totalPredicted, 6);
  });

  it('takes everybody for silent from the last purchase to a later calibration end, and says so', async () => {
    const path = await file('raw.csv', raw);
    const map = ['--map', 'customer=who,date=when,amount=paid'];
    const [now, later] = [await json(path, ...map), await json(path, ...map, '--calibration-end', formatDay(lastDay + 56))];
    expect(later).toMatchObject({ holdout: null, input: { calibrationEnd: formatDay(lastDay + 56), horizonWeeks: 52 } });
    expect(later.customers.map(({ T }) => T)).toEqual(now.customers.map(({ T }) => expect.closeTo(T + 8, 9) as number));
    const alive = ({ customers }: Answer) => customers.reduce((sum, { pAlive }) => sum + pAlive, 0);
    expect(alive(later)).toBeLessThan(alive(now));
    const { err } = await guibin(path, ...map, '--calibration-end', formatDay(lastDay + 56));
    expect(err).toMatch(/everybody is taken to have been silent for the 56 days from the last purchase to \d{4}-/);
  });

  it('says the same of a packed file', async () => {
    const [path, packed] = [await file('raw.csv', raw), await file('raw.csv.gz', gzipSync(raw))];
    const map = ['--map', 'customer=who', '--map', 'date=when', '--map', 'amount=paid', '--top', '3'];
    expect(await json(packed, ...map)).toEqual(await json(path, ...map));
  });

  it('values profit where costs are known, and by what they say or a rate where they are not', async () => {
    const rows = raw.trim().split('\r\n');
    // Every customer with an even number tells what her goods cost: half of what she paid.
    const withCost = await file('cost.csv', rows.map((row, i) => `${row};${i === 0 ? 'cost' : /C\d*[02468],/.test(row) ? Number(row.split(';')[2]) / 2 : ''}`).join('\n'));
    const map = ['--map', 'customer=who,date=when,amount=paid'];
    const [spend, profit, mixed] = [await json(withCost, ...map), await json(withCost, ...map, '--map', 'cost=cost'), await json(withCost, ...map, '--map', 'cost=cost', '--margin-rate=-0.1')];
    expect(spend.input).not.toHaveProperty('marginSource');
    expect(profit.input).toMatchObject({ marginSource: 'cost' });
    spend.customers.forEach(({ id, lifetimeValue, interval }, i) => {
      expect(profit.customers[i]).toMatchObject({ id, marginRate: expect.closeTo(0.5, 9) as number, lifetimeValue: expect.closeTo(lifetimeValue! / 2, 6) as number });
      const [low, high] = /[02468],/.test(id) ? [interval![0] / 2, interval![1] / 2] : [interval![1] * -0.1, interval![0] * -0.1];
      expect(mixed.customers[i]!.interval).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)]);
    });
  });

  it('takes a summary table by its column names, numbers customers without an id, and does without money', async () => {
    const path = await file('summary.csv', 'T,recency,extra,frequency\n30,0,a,0\n30,20,b,3\n12,5.5,c,1\n40,39,d,9\n22,0,e,0\n');
    const answer = await json(path, '--format', 'summary', '--model', 'pareto-nbd', '--horizon-weeks', '10');
    expect(answer).toMatchObject({ model: 'pareto-nbd', spend: null, holdout: null, input: { customers: 5, repeatCustomers: 3, sumFrequency: 13, calibrationEnd: null, horizonWeeks: 10 } });
    expect(answer.customers.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
    expect(answer.customers[1]).toMatchObject({ frequency: 3, lifetimeValue: null, interval: null });
  });

  it('lists the best only, or nobody, and as CSV', async () => {
    const path = await file('raw.csv', raw);
    const map = ['--map', 'customer=who,date=when,amount=paid'];
    const values = (await json(path, ...map)).customers.map(({ lifetimeValue }) => lifetimeValue!).sort((one, other) => other - one);
    expect((await json(path, ...map, '--top', '4')).customers.map(({ lifetimeValue }) => lifetimeValue)).toEqual(values.slice(0, 4));
    expect((await json(path, ...map, '--customers', 'none')).customers).toEqual([]);
    const { out } = await guibin(path, ...map, '--csv', '--top', '2');
    expect(out.split('\n')[0]).toBe('id,frequency,recency,T,monetaryValue,pAlive,expectedOccasions,expectedValue,lifetimeValue,intervalLow,intervalHigh,occasionsLow,occasionsHigh');
    expect(out.split('\n')[1]).toMatch(/^"C\d+, Ms",\d+,/);
  });

  it('discounts by the yearly rate', async () => {
    const path = await file('raw.csv', raw);
    const total = async (rate: string) => (await json(path, '--map', 'customer=who,date=when,amount=paid', '--discount-rate', rate)).customers
      .reduce((sum, { lifetimeValue }) => sum + lifetimeValue!, 0);
    const [undiscounted, discounted] = [await total('0'), await total('0.5')];
    expect(discounted).toBeLessThan(undiscounted);
    expect(discounted).toBeGreaterThan(undiscounted / 1.5);
  });

  it('prints tables and plots for people, and writes them as SVG and as a page without scripts', async () => {
    const path = await file('raw.csv', raw);
    const [svg, html] = [join(directory, 'charts.svg'), join(directory, 'page.html')];
    const { out, err } = await guibin(path, '--map', 'customer=who,date=when,amount=paid', '--svg', svg, '--html', html);
    expect(out).toMatch(/BG\/NBD: when they come back\n.*standard error/);
    expect(out).toMatch(/█/);
    expect(err).toMatch(/rows, 2,000 customers/);
    expect(await readFile(svg, 'utf8')).toMatch(/^<svg [^>]*role="img" aria-label=/);
    expect(await readFile(html, 'utf8')).toMatch(/<caption>Customers of highest value<\/caption>/);
    expect(await readFile(html, 'utf8')).not.toMatch(/<script/);
  });

  it('ends quietly when nobody reads its output to the end', async () => {
    const path = await file('raw.csv', raw);
    const pipeline = `{ "$0" infra/guibin.cjs clv "$1" --map customer=who,date=when,amount=paid --csv 2> "$1.err"; echo $? > "$1.code"; } | head -n 1`;
    const first = await new Promise<string>((resolve) => { execFile('sh', ['-c', pipeline, process.execPath, path], (_, out) => resolve(out)); });
    expect(first).toMatch(/^id,frequency/);
    expect(await readFile(`${path}.code`, 'utf8')).toBe('0\n');
    expect(await readFile(`${path}.err`, 'utf8')).not.toMatch(/EPIPE/);
  });
});
