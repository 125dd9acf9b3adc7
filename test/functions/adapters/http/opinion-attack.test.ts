import { describe, expect, it } from 'vitest';
import type { KpiAnswer, KpiRow } from '../../../../functions/contract/answers.ts';
import { parseDay } from '../../../../functions/domain/calendar.ts';
import { emptyHistory, type Answer, type History } from '../../../../functions/domain/history.ts';
import type { CustomerRecord } from '../../../../functions/domain/kpis/kpi.ts';
import { walkInScore } from '../../../../functions/domain/score.ts';
import { headOffice, managerOf, type Caller } from '../../../support/api.ts';
import { recovered, recoveredByEquations, recoveredByExhaustion, type KnownFigure } from '../../../support/opinion-attack.ts';
import { apiOfCustomers } from '../../../support/published-chain.ts';
import { seeded } from '../../domain/lifecycle/random.ts';
import { purchase } from '../../domain/lifecycle/people.ts';

/** More data sets than this are attacked where the environment asks for them. */
const dataSets = Number(process.env['ATTACKED_DATA_SETS'] ?? 200);
const [firstDay, asOf] = [parseDay('2024-10-10'), parseDay('2025-04-20')];
const metrics = { csat: [1, 5], nps: [0, 10], ces: [1, 7] } as const;
type Metric = keyof typeof metrics;
const worth: Record<Metric, (score: number) => number> = { csat: (score) => Number(score >= 4), nps: (score) => Number(score >= 9) - Number(score <= 6), ces: (score) => score };
const bounds: Record<Metric, [number, number]> = { csat: [0, 1], nps: [-1, 1], ces: [1, 7] };

interface Shape { customers: number; stores: number; perCustomer: number; happiness: number; perSale: boolean }

/** Customers of a small chain whose stores, associates and regions hang together as they do in life. */
function randomChain(random: () => number, metric: Metric, { customers, stores, perCustomer, happiness, perSale }: Shape): CustomerRecord[] {
  const whole = (below: number) => Math.floor(random() * below);
  return Array.from({ length: customers }, (_, number): CustomerRecord => {
    const home = whole(stores);
    const answers = Array.from({ length: 1 + whole(perCustomer) }, (__, at): Answer => {
      const store = random() < 0.8 ? home : whole(stores);
      const [low, high] = metrics[metric];
      return {
        metric, scale: high, score: random() < happiness ? high : low + whole(high - low + 1), day: firstDay + whole(asOf - firstDay + 1),
        storeId: `S${store}`, associateId: `A${store}${whole(2)}`, category: random() < 0.3 ? null : ['dress', 'shoes', 'bags'][whole(3)]!,
        ballot: perSale ? at + 1 : 0, saleSpend: perSale ? 100 + whole(9_000) : 0,
      };
    }).sort((a, b) => a.day - b.day);
    const history: History = {
      ...emptyHistory(`C${number}`), homeStore: `S${home}`, answers, purchases: answers.map(({ day, storeId }) => purchase(day, 10_000 + whole(90_000), storeId)),
      profile: { ...emptyHistory('').profile, region: `R${Math.floor(home / 2)}` },
    };
    return { history, score: { ...walkInScore, tier: ['gold', 'iron', 'lead'][Math.min(2, whole(5))]! } };
  });
}

/** Who is behind a figure, said once more in the test's own words: each ballot's latest answer of the period and place. */
function behind(customers: readonly CustomerRecord[], { from, to, place }: { from: number; to: number; place: Partial<KpiRow> }): Answer[] {
  return customers.flatMap(({ history, score }) => {
    if (place.tier !== undefined && place.tier !== score.tier || place.region !== undefined && place.region !== history.profile.region) return [];
    const latest = new Map<number, Answer>();
    for (const answer of history.answers) {
      const isThere = (place.store ?? answer.storeId) === answer.storeId && (place.associate ?? answer.associateId) === answer.associateId && (place.category ?? answer.category ?? '') === (answer.category ?? '');
      if (isThere && answer.day >= from && answer.day < to) latest.set(answer.ballot, answer);
    }
    return [...latest.values()];
  });
}

/** The days of a row's period. */
function daysOf(period: string): { from: number; to: number } {
  const range = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(period);
  if (range) return { from: parseDay(range[1]!), to: parseDay(range[2]!) };
  const [year = '', part] = period.split('-');
  const first = part === undefined ? 1 : part.startsWith('Q') ? 3 * Number(part[1]) - 2 : Number(part);
  const months = part === undefined ? 12 : part.startsWith('Q') ? 3 : 1;
  const monthStart = (month: number) => Date.UTC(Number(year), month - 1, 1) / 86_400_000;
  return { from: monthStart(first), to: monthStart(first + months) };
}

const cuts = ['', 'store', 'tier', 'region', 'category', 'associate', 'store,tier', 'store,associate', 'store,region', 'store,category'];
const sometimes = ['from=2024-11-05&to=2025-02-03', 'from=2024-12-01&to=2025-02-01', 'grain=day', 'by=tier,category', 'by=store,tier,region', 'by=cohort', 'asKnownOn=2024-01-01', 'from=2025-01-15&grain=month', 'silence=30&top=5'];

/** Every question a reader may ask about a score, calendar ranges spelled out included. */
function questions(stores: number): { caller: Caller; query: string }[] {
  const tables = ['', 'grain=month', 'grain=quarter', 'grain=year'].flatMap((grain) => cuts.map((cut) => [grain, cut && `by=${cut}`].filter(Boolean).join('&')));
  const ranges = ['from=2024-11-01&to=2024-12-01', 'from=2025-01-01&to=2026-01-01&by=store', 'from=2025-01-01&to=2025-04-01&by=tier'];
  const shops = Array.from({ length: stores }, (_, store) => `S${store}`);
  const one = shops.slice(0, 2).flatMap((store) => ['', 'grain=month', 'by=tier', 'by=associate&grain=quarter', 'tier=gold'].map((rest) => `store=${store}&${rest}`));
  return [
    ...[...tables, ...ranges, ...one, ...sometimes].map((query) => ({ caller: headOffice, query })),
    ...['', 'grain=month', 'by=tier', 'by=associate&grain=month', 'by=category'].flatMap((query) => shops.slice(0, 2).map((store) => ({ caller: managerOf(store), query }))),
  ];
}

/** The rows of an answer, as JSON or, every other time, as a spreadsheet gets them; none where the question is refused. */
async function rowsOf(api: ReturnType<typeof apiOfCustomers>, caller: Caller, path: string, asCsv: boolean): Promise<KpiRow[]> {
  const response = await api.ask(caller, asCsv ? `${path}&format=csv` : path);
  if (response.status === 400) return [];
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${api.logged.map(({ error }) => error.stack).join()}`);
  if (!asCsv) return (await response.json() as KpiAnswer).rows;
  const [head = '', ...lines] = (await response.text()).replace('\uFEFF', '').trim().split('\r\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = Object.fromEntries(line.split(',').map((cell, at) => [columns[at]!, cell]));
    const { period = '', value = '', n = '', suppressed, ...rest } = cells;
    const place = Object.fromEntries(['store', 'tier', 'associate', 'category', 'region'].flatMap((part) => (rest[part] === undefined ? [] : [[part, rest[part]]])));
    return { period, ...place, value: value === '' ? null : Number(value), n: Number(n), ...(suppressed === 'true' && { suppressed: true }) };
  });
}

/** All that can be learned of one score, as figures over numbered opinions. */
async function learned(customers: readonly CustomerRecord[], metric: Metric, stores: number, kpi: string = metric): Promise<{ figures: KnownFigure[]; opinions: number; wrong: string[] }> {
  const api = apiOfCustomers(customers, asOf);
  const numbers = new Map(customers.flatMap(({ history }) => history.answers).map((answer, at) => [answer, at]));
  const figures = new Map<string, KnownFigure>();
  const wrong: string[] = [];
  for (const [at, { caller, query }] of questions(stores).entries()) {
    const rows = await rowsOf(api, caller, `/kpis/${kpi}?${query}`, at % 2 === 1);
    const asked = new URLSearchParams(query);
    const filter = { ...(caller?.role === 'manager' && { store: caller.storeId }), ...(asked.has('store') && { store: asked.get('store')! }), ...(asked.has('tier') && { tier: asked.get('tier')! }) };
    for (const row of rows) {
      const place: Partial<KpiRow> = { ...row, ...filter };
      const days = daysOf(row.period);
      const start = asked.has('from') ? Math.max(days.from, parseDay(asked.get('from')!)) : days.from;
      const answers = behind(customers, { from: start, to: Math.min(days.to, asked.has('to') ? parseDay(asked.get('to')!) : days.to), place })
        .filter(({ saleSpend }) => kpi !== 'core-csat' || saleSpend > 0);
      const sum = row.value === null ? null : kpi === 'core-csat' ? row.value : Math.round(metric === 'nps' ? (row.value * row.n) / 100 : row.value * row.n);
      const name = `${row.period} ${(['store', 'tier', 'associate', 'category', 'region'] as const).map((part) => place[part] ?? '*').join(' ')}`;
      const known = figures.get(name);
      if (row.n !== answers.length || sum !== null && kpi !== 'core-csat' && sum !== answers.reduce((total, { score }) => total + worth[metric](score), 0)) wrong.push(`${query} ${name}`);
      // What one answer hides no other may show.
      if (known && answers.length > 0 && known.sum !== sum) wrong.push(`${query} ${name}: shown here, hidden there`);
      figures.set(name, { name, behind: answers.map((answer) => numbers.get(answer)!), sum });
    }
  }
  return { figures: [...figures.values()], opinions: numbers.size, wrong };
}

const shapeOf = (random: () => number, most: number): Shape => ({
  customers: 2 + Math.floor(random() * most), stores: 1 + Math.floor(random() * 4), perCustomer: 1 + Math.floor(random() * 3), happiness: random() ** 2, perSale: random() < 0.4,
});

describe('An attack with every answer about opinions that any reader may get', () => {
  it(`recovers no hidden score by equations and bounds, on ${dataSets} random chains`, async () => {
    const random = seeded(2026);
    const found: string[] = [];
    let [hidden, shown] = [0, 0];
    for (let round = 0; round < dataSets; round++) {
      const metric = (['csat', 'nps', 'ces'] as const)[round % 3]!;
      const shape = shapeOf(random, 40);
      const { figures, opinions, wrong } = await learned(randomChain(random, metric, shape), metric, shape.stores);
      found.push(...wrong);
      hidden += figures.filter(({ sum, behind: those }) => sum === null && those.length > 0).length;
      shown += figures.filter(({ sum }) => sum !== null).length;
      found.push(...recovered(figures, opinions, ...bounds[metric]).map((name) => `${round} ${metric} ${JSON.stringify(shape)}: ${name}`));
    }
    // An attack on nothing would prove nothing.
    expect(Math.min(hidden, shown)).toBeGreaterThan(5 * dataSets);
    expect(found).toEqual([]);
  }, 600_000);

  it(`recovers none by trying every possible set of answers, on ${dataSets} random chains of at most a dozen answers`, async () => {
    const random = seeded(7);
    const found: string[] = [];
    let shown = 0;
    for (let round = 0; round < dataSets; round++) {
      const shape = { ...shapeOf(random, 11), perCustomer: 1 };
      const { figures, opinions, wrong } = await learned(randomChain(random, 'csat', shape), 'csat', shape.stores);
      found.push(...wrong);
      shown += figures.filter(({ sum }) => sum !== null).length;
      found.push(...recoveredByExhaustion(figures, opinions).map((name) => `${round} ${JSON.stringify(shape)}: ${name}`));
    }
    expect(shown).toBeGreaterThan(dataSets);
    expect(found).toEqual([]);
  }, 600_000);

  it(`recovers no satisfaction weighted by sales by equations, on ${Math.ceil(dataSets / 5)} random chains, and none that is hidden unweighted`, async () => {
    const random = seeded(5);
    const found: string[] = [];
    for (let round = 0; round < dataSets / 5; round++) {
      const shape = { ...shapeOf(random, 40), perSale: true };
      const customers = randomChain(random, 'csat', shape);
      const [plain, weighted] = [await learned(customers, 'csat', shape.stores), await learned(customers, 'csat', shape.stores, 'core-csat')];
      const hidden = new Set(plain.figures.filter(({ sum, behind: those }) => sum === null && those.length > 0).map(({ name }) => name));
      found.push(...weighted.wrong, ...recoveredByEquations(weighted.figures, weighted.opinions), ...weighted.figures.filter(({ name, sum }) => sum !== null && hidden.has(name)).map(({ name }) => `shown: ${name}`));
    }
    expect(found).toEqual([]);
  }, 600_000);
});
