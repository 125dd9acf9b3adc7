import { execFile } from 'node:child_process';
import { link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '../../../../functions/domain/calendar.ts';
import { shareAt } from '../../../../infra/cli/clv/concentration-chart.ts';
import { thousands } from '../../../../infra/cli/clv/thousands.ts';
import { likeCdnow, simulate } from '../../../functions/domain/value/simulate.ts';
import { launchBrowser } from '../../../support/browser.ts';

interface Answer {
  input: Record<string, unknown>;
  settings: { discountRate: number; intervalLevel: number; marginRate: number | null };
  customers: { id: string; frequency: number; pAlive: number; lifetimeValue: number }[];
}
interface Run { code: number; out: string; err: string }

let directory: string;
let shop: string;
const lastDay = 20_000;
const calibrationEnd = formatDay(lastDay - 26 * 7 - 3);

/** Runs the command as a user would. */
function guibin(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/guibin.cjs', 'clv', ...args], { maxBuffer: 1 << 28 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(directory, name), content);
  return join(directory, name);
}

/** What a run prints, with the lines of its notes and tables as they come, and the page it writes. */
async function written(path: string, ...args: string[]): Promise<Run & { html: string; svg: string }> {
  const [html, svg] = [join(directory, 'page.html'), join(directory, 'charts.svg')];
  const run = await guibin(path, ...args, '--html', html, '--svg', svg);
  expect(run.code, run.err).toBe(0);
  return { ...run, html: await readFile(html, 'utf8'), svg: await readFile(svg, 'utf8') };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guibin-clv-output-'));
  const rows = simulate(2000, 31, likeCdnow, lastDay, 200, 470, 0)
    .flatMap(({ history }) => history.purchases.map(({ day, netSpend }) => `${history.customerId},${formatDay(day)},${netSpend / 100}`));
  shop = await file('shop.csv', `customer_id,date,amount\n${rows.join('\n')}\n`);
});
afterAll(() => rm(directory, { recursive: true }));

describe('what guibin clv writes about value', () => {
  const map = ['--map', 'customer=c,date=d,amount=a,cost=k'];
  /** Customers who bought on as many of four days as they have letters in their name. */
  const costing = (costs: Record<string, number>) => file('costs.csv', `c,d,a,k\n${Object.entries(costs)
    .flatMap(([id, cost]) => Array.from(id, (_, i) => `${id},2024-0${i + 1}-01,10,${cost}`)).join('\n')}\n`);

  it('shows shares of those without a loss where customers are expected to leave one', async () => {
    // Together they leave a loss; with a cost of 11 the total is just above nothing.
    for (const cost of [90, 11]) {
      const { out, html, svg } = await written(await costing({ AA: 1, BB: 1, CCC: cost }), ...map);
      const { out: json } = await guibin(join(directory, 'costs.csv'), ...map, '--json');
      const loss = (JSON.parse(json) as Answer).customers.find(({ id }) => id === 'CCC')!.lifetimeValue;
      expect(loss).toBeLessThan(0);
      const note = `A loss is expected of 1 of 3 customers, ${thousands(-loss, 2)} in all; the curve shows the others. Of these the best 5 % hold 5 %, the best 10 % hold 10 %, the best 20 % hold 20 %.`;
      for (const text of [oneLine(out), html.replaceAll('&nbsp;', ' '), oneLine(svg.replace(/<[^>]+>/g, ' '))]) expect(text).toContain(note);
      expect(html).toMatch(/<polyline/);
    }
  });

  it('leaves the curve out and says why where everybody is expected to leave a loss or nobody to come', async () => {
    const losses = await written(await costing({ AA: 20, CCC: 90 }), ...map);
    expect(oneLine(losses.out)).toMatch(/Nobody is expected to bring any, so there are no shares to show\. A loss is expected of 2 of 2 customers/);
    for (const picture of [losses.html, losses.svg]) {
      expect(picture).not.toMatch(/<polyline/);
      expect(picture).toMatch(/no shares to show/);
    }
    const nobody = await written(await file('once.csv', 'customer_id,date,amount\na,2024-01-01,3\nb,2024-02-01,4\n'));
    expect(oneLine(nobody.out)).toMatch(/Nobody is expected to bring any, so there are no shares to show\. /);
  });

  it('says why there is no value although the file has amounts', async () => {
    const once = await guibin(await file('once.csv', 'customer_id,date,amount\na,2024-01-01,3\nb,2024-02-01,4\n'));
    expect(oneLine(once.out)).toContain('There is no value: what customers spend is learned from repeats, and nobody came back.');
    const free = await guibin(await file('free.csv', 'customer_id,date,amount\na,2024-01-01,3\na,2024-02-01,0\nb,2024-02-01,4\n'));
    expect(oneLine(free.out)).toContain('There is no value: no repeat purchase has an amount above 0, and what customers spend is learned from repeats.');
    const without = await guibin(await file('free.csv', 'customer_id,date\na,2024-01-01\na,2024-02-01\n'), '--map', 'customer=customer_id,date=date');
    expect(without.out).toMatch(/Customers of most expected occasions\n.* occasions, +occasions,\n.* 80 % from +80 % to\n/);
    expect(without.out).not.toMatch(/There is no value/);
  });

  it('names the level of the interval, what value is and within how many weeks', async () => {
    const spend = await guibin(shop, '--calibration-end', calibrationEnd, '--interval-level', '0.95', '--discount-rate', '0.125');
    expect(spend.out).toMatch(/\n.* lifetime +value, +value,\n.* value +95 % from +95 % to\n/);
    expect(Math.max(...spend.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(spend.out).toMatch(/Lifetime value is the spend within 26\.4 weeks, discounted at 12\.5 % a year\.\n/);
    expect(spend.out).toMatch(/occasions to come in 26\.4 weeks/);
    expect(spend.out).toMatch(/\nHold-out of 26\.4 weeks\n/);
    expect(spend.out).toMatch(/\nWho holds the value: spend within 26\.4 weeks\n/);
    const profit = await guibin(shop, '--margin-rate', '0.3', '--horizon-weeks', '10');
    expect(oneLine(profit.out)).toContain('Lifetime value is the profit within 10 weeks, discounted at 10 % a year, at margins from --margin-rate.');
  });
});

describe('charts of guibin clv', () => {
  it('tell under BG/NBD that those without a repeat are there by construction, and how many are expected among the others', async () => {
    const { customers } = JSON.parse((await guibin(shop, '--json')).out) as Answer;
    const repeated = customers.filter(({ frequency }) => frequency > 0);
    const sum = (of: Answer['customers']) => thousands(of.reduce((total, { pAlive }) => total + pAlive, 0));
    const { out, html } = await written(shop);
    const still = `Expected still there: ${sum(customers)} of 2,000 customers`;
    const note = `${still}, and of the ${repeated.length} who came back ${sum(repeated)}. BG/NBD takes the ${thousands(2000 - repeated.length)} without a repeat to be there for certain`;
    expect(oneLine(out)).toContain(note);
    expect(html).toContain(note);
    expect(oneLine((await guibin(shop, '--model', 'pareto-nbd')).out)).toMatch(/Expected still there: [\d,]+ of 2,000 customers\.( |$)/);
  });

  it('count in whole numbers with commas, on the axis, at the bars and for screen readers', async () => {
    const { customers } = JSON.parse((await guibin(shop, '--json')).out) as Answer;
    const once = thousands(customers.filter(({ frequency }) => frequency === 0).length);
    expect(once).toMatch(/^1,\d{3}$/);
    const { html, svg, out } = await written(shop);
    for (const picture of [html, svg]) {
      expect(picture).toContain(`<title>0, actual: ${once}</title>`);
      expect(picture).toMatch(new RegExp(`aria-label="How often customers came back\\. customers by repeat occasions: 0: expected by the model [\\d,]+, actual ${once}; 1: `));
      expect(picture).toMatch(/>1,500<\/text>/);
      for (const axis of ['customers', 'repeat occasions', 'probability in %', '% of customers, best first', '% of the whole held']) expect(picture).toContain(`>${axis}</text>`);
    }
    expect(out).toMatch(new RegExp(` ${once}\n`));
  });

  it('interpolate the share of the best between points of the curve', () => {
    expect([0, 0.05, 0.25, 0.5, 1].map((at) => shareAt([[0, 0], [0.5, 0.8], [1, 1]], at))).toEqual([0, 0.08, 0.4, 0.8, 1].map((share) => expect.closeTo(share, 12) as number));
  });

  it('write numbers as a formatter for English does', () => {
    for (const value of [0, 999, 1000, 1234.567, -1234567.891, 1e9]) {
      for (const decimals of [0, 2]) expect(thousands(value, decimals)).toBe(value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
    }
  });
});

describe('the page of guibin clv in a browser', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launchBrowser(); });
  afterAll(() => browser.close());

  it.each([390, 1100])('at %i pixels scrolls sideways in tables only, and no words of a chart are cut or lie over others', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const args of [[], ['--calibration-end', calibrationEnd]]) {
      await page.setContent((await written(shop, ...args)).html);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await page.evaluate(() => [...document.querySelectorAll('table')].every((table) => getComputedStyle(table.parentElement!).overflowX === 'auto'))).toBe(true);
      const flaws = await page.evaluate(() => [...document.querySelectorAll('svg')].flatMap((svg) => {
        const paper = svg.getBoundingClientRect();
        const words = [...svg.querySelectorAll('text')].map((text) => ({ says: text.textContent, box: text.getBoundingClientRect() }));
        return words.flatMap(({ says, box }, i) => [
          ...(box.left < paper.left || box.right > paper.right || box.top < paper.top || box.bottom > paper.bottom ? [`${says} is cut`] : []),
          ...words.slice(i + 1).filter((other) => box.left < other.box.right && other.box.left < box.right && box.top < other.box.bottom && other.box.top < box.bottom).map((other) => `${says} lies over ${other.says}`),
        ]);
      }));
      expect(flaws).toEqual([]);
      expect(await page.locator('svg').count()).toBe(3);
    }
    await page.close();
  });
});

describe('ids and settings in the output of guibin clv', () => {
  const rows = (id: string) => `${id},2024-01-01,10\n${id},2024-02-01,12\n`;

  it('writes control characters out in tables and on the page', async () => {
    const path = await file('control.csv', `customer_id,date,amount\n${rows('x\u001b[31mred\u0007')}${rows('"two\nlines"')}${rows('back\u202ewards')}`);
    const { out, html } = await written(path);
    for (const text of [out, html]) {
      for (const id of ['x\\u001b[31mred\\u0007', 'two\\nlines', 'back\\u202ewards']) expect(text).toContain(id);
      // oxlint-disable-next-line no-control-regex -- these must not be there
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
  });

  it('keeps ids that a spreadsheet would take for a formula harmless in CSV, and others as they are', async () => {
    const path = await file('formula.csv', `customer_id,date,amount\n${['=1+1', '"=SUM(1,2)"', '@x', 'plain', '"a, ""b"""'].map(rows).join('')}`);
    const { out } = await guibin(path, '--csv');
    expect(out.trim().split('\n').slice(1).map((line) => line.slice(0, line.indexOf(',1,4.4')))).toEqual(["'=1+1", `"'=SUM(1,2)"`, "'@x", 'plain', '"a, ""b"""']);
  });

  it('tells in JSON what was read and what was left out', async () => {
    const path = await file('left-out.csv', 'customer_id,date,amount\na,1997-01-02,3\na,1997-02-01,-3\n,1997-01-01,3\n,1997-01-01,4\nb,1997-03-01,5\n');
    expect((JSON.parse((await guibin(path, '--json')).out) as Answer).input).toMatchObject({
      customers: 2, rows: 5, leftOut: { 'no customer': 2, 'negative amount': 1 }, firstDay: '1997-01-02', calibrationEnd: '1997-03-01',
    });
  });

  it('tells in JSON what a run was asked for', async () => {
    const settings = async (...args: string[]) => (JSON.parse((await guibin(shop, '--json', '--customers', 'none', ...args)).out) as Answer).settings;
    expect(await settings()).toEqual({ discountRate: 0.1, intervalLevel: 0.8, marginRate: null });
    expect(await settings('--discount-rate', '0', '--interval-level', '0.5', '--margin-rate', '0.25')).toEqual({ discountRate: 0, intervalLevel: 0.5, marginRate: 0.25 });
  });
});

describe('files that guibin clv is to write', () => {
  it('are refused before anything is read where they are the file that is read, or each other', async () => {
    const content = 'customer_id,date,amount\na,2024-01-01,3\na,2024-02-01,4\n';
    const path = await file('input.csv', content);
    const [soft, hard, fresh] = [join(directory, 'soft.svg'), join(directory, 'hard.svg'), join(directory, 'fresh.html')];
    await symlink(path, soft);
    await link(path, hard);
    for (const name of [path, `${directory}/./input.csv`, soft, hard]) {
      const { code, out, err } = await guibin(path, '--svg', name);
      expect([code, out, err]).toEqual([2, '', `guibin clv: --svg ${name} is the file that is read; name another file\n`]);
    }
    for (const name of [fresh, await file('there.html', '')]) {
      const { code, err } = await guibin(path, '--svg', name, '--html', `${directory}/../${directory.split('/').pop()}/${name.split('/').pop()}`);
      expect([code, err]).toEqual([2, expect.stringMatching(/^guibin clv: --html .* is the file of --svg; name another file\n$/)]);
    }
    expect(await readFile(path, 'utf8')).toBe(content);
    expect(await readdir(directory)).not.toContain('fresh.html');
  });

  it('are refused before anything is read where they cannot be written', async () => {
    const said = async (...args: string[]) => {
      const { code, out, err } = await guibin(shop, ...args);
      expect([code, out]).toEqual([2, '']);
      return err;
    };
    expect(await said('--svg', join(directory, 'nowhere', 'a.svg'))).toBe(`guibin clv: cannot write --svg ${directory}/nowhere/a.svg: there is no folder ${directory}/nowhere\n`);
    expect(await said('--html', directory)).toBe(`guibin clv: cannot write --html ${directory}: it is a folder; name a file\n`);
    expect(await said('--html', join(shop, 'a.html'))).toBe(`guibin clv: cannot write --html ${shop}/a.html: ${shop} is not a folder\n`);
    expect(await said('--html=')).toBe('guibin clv: --html needs the name of a file to write\n');
  });
});
