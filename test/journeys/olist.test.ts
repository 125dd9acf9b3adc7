import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLaptop, type Laptop } from '../../infra/bench/laptop.ts';
import { olistGroups, type OlistFigures } from '../support/olist-figures.ts';

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const data = join(shared, 'data/olist_subset');
const present = existsSync(data);

interface Row { period: string; store?: string; region?: string; value: number | null; n: number; interval?: [number, number]; suppressed?: boolean }
/** The figures of a reference in the words of its file. */
type Figures = Pick<OlistFigures, 'responses' | 'csat' | 'csat_wilson95' | 'nps_like' | 'revenue_weighted_csat'>;
interface Reference { per_order: Figures; by_month: Record<string, Figures>; by_seller_state: Record<string, Figures>; by_customer_state: Record<string, Figures>; rows: Record<string, number> }

/** Orders and reviews from the public tables through import, night and API, against values that an independent program computed from the same tables. */
describe.skipIf(!present)(`Olist through the whole pipeline${present ? '' : ' (skipped: ../shared is not there)'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibin-olist-'));
  const laptops: Laptop[] = [];
  afterAll(async () => {
    for (const laptop of laptops) await laptop.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A chain of its own with everything of a directory in it, and a way to ask it. */
  async function chainOf(name: string, directory: string) {
    const laptop = await startLaptop(join(folder, name));
    laptops.push(laptop);
    const told = await laptop.guibin('import', directory, '--format', 'olist', '--survey-window', 'none');
    await laptop.guibin('recompute', '--as-of', '2018-10-31', '--wait');
    const token = await laptop.token('--role', 'head-office', '--ttl', '1h');
    const rows = async (path: string) => (await laptop.get(`/kpis/${path}`, token) as { rows: Row[] }).rows;
    return { told, rows };
  }

  /** Asks for all scores in one cut and holds every row against the reference; the names of the figures that are hidden although enough answered. */
  async function compare(rows: (path: string) => Promise<Row[]>, query: string, nameOf: (row: Row) => string, expected: Record<string, Figures>): Promise<string[]> {
    const [csat, nps, core] = await Promise.all(['csat', 'nps', 'core-csat'].map((kpi) => rows(`${kpi}?${query}`)));
    const at = (rows: Row[] | undefined, name: string) => rows!.find((row) => nameOf(row) === name)!;
    const told = Object.keys(expected).map((name) => [name, at(csat, name), at(nps, name), at(core, name)] as const);
    for (const [name, satisfied, promoting] of told) expect([satisfied.n, promoting.n], name).toEqual([expected[name]!.responses, expected[name]!.responses]);
    for (const [name, ...three] of told.filter(([, satisfied]) => satisfied.suppressed)) expect(three.map(({ value, interval }) => [value, interval]), name).toEqual(three.map(() => [null, undefined]));
    for (const [name, satisfied, promoting, weighted] of told.filter(([, { suppressed }]) => !suppressed)) {
      const { responses, csat: share, csat_wilson95: interval, nps_like: net, revenue_weighted_csat: ofRevenue } = expected[name]!;
      expect(responses, name).toBeGreaterThanOrEqual(5);
      expect([satisfied.value, ...satisfied.interval!, promoting.value, weighted.value], name).toEqual([share, ...interval, net, ofRevenue!].map((value, i) => expect.closeTo(value, i === 3 ? 8 : 9) as number));
    }
    return told.filter(([name, { suppressed }]) => suppressed && expected[name]!.responses >= 5).map(([name]) => name);
  }

  const all = () => 'all';

  describe('the subset', () => {
    let [chain, reference]: [Awaited<ReturnType<typeof chainOf>>, Reference] = [null!, null!];
    beforeAll(async () => {
      reference = JSON.parse(readFileSync(join(shared, 'reference/olist_subset_satisfaction.json'), 'utf8')) as Reference;
      chain = await chainOf('whole', data);
    }, 400_000);

    it('is accepted whole, for what was paid', async () => {
      expect(chain.told).toContain('rejected 0');
      expect((await chain.rows('orders'))[0]!.value).toBe(reference.rows['orders']);
      expect((await chain.rows('net-sales'))[0]!.value).toBe(Math.round(100 * reference.rows['revenue_total']!));
      expect((await chain.rows('response-rate'))[0]).toMatchObject({ value: reference.rows['response_rate'], n: reference.rows['orders_with_review'] });
    });

    // Hidden are only figures of fewer than five answers: whatever hides them lies in finer tables.
    it.each<[string, string, (row: Row) => string, (reference: Reference) => Record<string, Figures>]>([
      ['as a whole', '', all, ({ per_order: whole }) => ({ all: whole })],
      ['by month', 'grain=month&from=2016-09-01&to=2018-11-01', ({ period }) => period, ({ by_month: months }) => months],
      ['by store, the state of the seller', 'by=store', ({ store }) => store!, ({ by_seller_state: states }) => states],
      ['by region, the state of the customer', 'by=region', ({ region }) => region!, ({ by_customer_state: states }) => states],
    ])('gives every figure of the reference %s, with counts, intervals, NPS and weighted by revenue', async (_, query, nameOf, groupsOf) => {
      expect(await compare(chain.rows, query, nameOf, groupsOf(reference))).toEqual([]);
    });

    it('hides of years only what would tell of a month with few answers', async () => {
      const years = await chain.rows('csat?grain=year');
      expect(years.filter(({ suppressed }) => suppressed).map(({ period }) => period)).toEqual(['2016', '2018']);
    });
  });

  it('gives the figures of every other order, computed here from the tables alone', async () => {
    const half = join(folder, 'half');
    mkdirSync(half);
    const lines = (table: string) => readFileSync(join(data, `olist_${table}.csv`), 'utf8').trimEnd().split('\n');
    const [head = '', ...orders] = lines('orders');
    const kept = orders.filter((_, at) => at % 2 === 1);
    const ids = new Set(kept.map((order) => order.split(',')[0]!.replaceAll('"', '')));
    writeFileSync(join(half, 'olist_orders.csv'), `${[head, ...kept].join('\n')}\n`);
    for (const [table, column] of [['order_items', 0], ['order_payments', 0], ['order_reviews', 1]] as const) {
      const [header = '', ...rows] = lines(table);
      writeFileSync(join(half, `olist_${table}.csv`), `${[header, ...rows.filter((row) => ids.has(row.split(',')[column]!.replaceAll('"', '')))].join('\n')}\n`);
    }
    for (const table of ['customers', 'products', 'sellers']) writeFileSync(join(half, `olist_${table}.csv`), readFileSync(join(data, `olist_${table}.csv`)));
    const { rows } = await chainOf('other-half', half);
    const expected = olistGroups(half);
    const hidden = [
      ...await compare(rows, '', all, { all: expected.whole }), ...await compare(rows, 'grain=month&from=2016-09-01&to=2018-11-01', ({ period }) => period, expected.months),
      ...await compare(rows, 'by=store', ({ store }) => store!, expected.stores), ...await compare(rows, 'by=region', ({ region }) => region!, expected.regions),
    ];
    expect(hidden.length).toBeLessThanOrEqual(2);
  }, 400_000);
});
