import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KpiAnswer } from '../../../../functions/contract/answers.ts';
import { ReportAnswer, type ReportFigure } from '../../../../functions/contract/report-answers.ts';
import { apiOf, headOffice, managerOf, type Caller, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';
import { asOf, inventedShops } from '../../../support/invented-shops.ts';
import type { SentEvent } from '../../../support/random-facts.ts';

const categories = ['dress', 'coat', '=1+1'];
let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let api: ReturnType<typeof apiOf>;

/** The invented shops with somebody who serves, goods of three kinds, and enrolments over the whole time. */
function livelier({ 'detail-type': type, detail }: SentEvent, at: number): SentEvent {
  const [lines, day] = [detail['lines'] as { category: string }[] | undefined, `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00+08:00`];
  if (type === 'SaleRecorded') return { 'detail-type': type, detail: { ...detail, associateId: `A${at % 3}`, lines: lines!.map((line) => ({ ...line, category: categories[at % 3] })) } };
  if (type === 'CustomerEnrolled') return { 'detail-type': type, detail: { ...detail, occurredAt: at % 2 === 0 ? day : detail['occurredAt'], obtained: (['paid', 'free-by-ticket', 'referral'] as const)[at % 3] } };
  return { 'detail-type': type, detail };
}

beforeAll(async () => {
  engine = await temporaryEngine();
  const chain: Chain = await freshChain(engine, { now: () => new Date('2026-06-30T04:00:00Z') });
  await chain.ingest(inventedShops().events.map(livelier));
  await chain.night({ runId: 'night-1', asOf });
  api = apiOf(chain);
}, 180_000);
afterAll(() => engine.end());

const ranges = { now: 'from=2026-05-01&to=2026-06-01', lastMonth: 'from=2026-04-01&to=2026-05-01', lastYear: 'from=2025-05-01&to=2025-06-01' };
const report = async (query: string, caller: Caller = headOffice) => ReportAnswer.parse(await api.get(caller, `/reports/monthly?month=2026-05${query}`));
const ownMeasures = new Set(['enrolments', 'complete-enrolments', 'enrolment-completeness', 'enrolment-yield', 'staff-incentive']);

/** Every KPI among some figures, held against what the KPI's own address answers for each of the three months. */
async function expectKpis(figures: readonly ReportFigure[], query: string, place: Record<string, string> = {}, caller: Caller = headOffice): Promise<void> {
  for (const { measure, now, lastMonth, lastYear } of figures.filter((figure) => !ownMeasures.has(figure.measure))) {
    for (const [month, said] of Object.entries({ now, lastMonth, lastYear })) {
      const { rows } = await api.get<KpiAnswer>(caller, `/kpis/${measure}?${ranges[month as keyof typeof ranges]}${query}`);
      const row = rows.find((each) => Object.entries(place).every(([dimension, name]) => each[dimension as 'store'] === name));
      const { value, n, interval, suppressed } = row ?? { value: null, n: 0 };
      expect(said, `${measure} ${month} ${query}`).toEqual({ value, n, ...(interval && { interval }), ...(suppressed && { suppressed }) });
    }
  }
}

describe('GET /v1/reports/monthly', () => {
  it('shows for the chain exactly what each KPI answers for the month, the month before and the same month last year', async () => {
    const answer = await report('');
    expect(answer).toMatchObject({ months: { now: '2026-05', lastMonth: '2026-04', lastYear: '2025-05' }, through: '2026-05-31', store: null, associate: null });
    expect(answer.figures.length).toBeGreaterThan(20);
    await expectKpis(answer.figures, '');
    const { rows } = await api.get<KpiAnswer>(headOffice, '/kpis/cohort-retention?from=2025-12-01&to=2026-06-01');
    expect(answer.cohorts).toEqual(rows);
  });

  it('shows categories and stores as the KPIs cut them', async () => {
    const answer = await report('');
    expect(answer.categories.map(({ category }) => category)).toEqual([...categories].sort());
    for (const { category, figures } of answer.categories) await expectKpis(figures, '&by=category', { category });
    expect(answer.stores.map(({ store }) => store)).toEqual(['S01', 'S02', 'S03']);
    for (const { store, figures } of answer.stores) await expectKpis(figures, '&by=store', { store });
    expect(answer.associates).toEqual([]);
  });

  it('shows a store with its associates, and an associate on a page of her own, as the KPIs cut them', async () => {
    const ofStore = await report('&store=S02');
    await expectKpis(ofStore.figures, '&store=S02');
    expect(ofStore.associates.map(({ associate }) => associate)).toEqual(['A0', 'A1', 'A2', 'A3']);
    for (const { associate, figures } of ofStore.associates) await expectKpis(figures, '&store=S02&by=associate', { associate });
    const ofAssociate = await report('&store=S02&associate=A1');
    await expectKpis(ofAssociate.figures, '&store=S02&by=associate', { associate: 'A1' });
    expect([ofAssociate.stores, ofAssociate.associates]).toEqual([[], []]);
  });

  it('counts every member in one age band and every unit in one class', async () => {
    const { figures, ageBands, goals } = await report('');
    const value = (list: readonly ReportFigure[], measure: string) => list.find((figure) => figure.measure === measure)!.now;
    const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
    expect(sum(ageBands.map((band) => value(band.figures, 'members').value!))).toBe(value(figures, 'members').value);
    expect(sum(ageBands.map((band) => value(band.figures, 'net-sales').value!))).toBe(value(figures, 'new-customer-sales').value! + value(figures, 'existing-customer-sales').value!);
    expect(value(ageBands.find(({ band }) => band === '35-44')!.figures, 'members').value).toBe(value(figures, 'members').value);
    const units = (list: readonly ReportFigure[]) => { const { value: each, n } = value(list, 'units-per-customer'); return (each ?? 0) * n; };
    const heavyAndWalkIns = goals.filter((goal) => goal.class !== 'middle');
    expect(heavyAndWalkIns.map((goal) => goal.figures.map(({ measure }) => measure))).toEqual([['units-per-customer'], ['units-per-customer', 'units-per-ticket']]);
    const middle = goals.find((goal) => goal.class === 'middle')!.figures[0]!;
    expect(middle.measure).toBe('units-per-ticket');
    expect(sum(heavyAndWalkIns.map((goal) => units(goal.figures))) + middle.now.value! * middle.now.n).toBeCloseTo(units(figures), 6);
  });

  it('says how figures changed: shares in points and with what chance explains, all else relative', async () => {
    const { figures, measures } = await report('');
    const unitOf = new Map(measures.map(({ id, unit }) => [id, unit]));
    for (const { measure, now, lastMonth, sinceLastMonth } of figures) {
      if (now.value === null || !lastMonth || lastMonth.value === null || lastMonth.value === 0) continue;
      const difference = now.value - lastMonth.value;
      expect(sinceLastMonth.by, measure).toBeCloseTo(unitOf.get(measure) === 'share' || unitOf.get(measure) === 'score' ? difference : difference / Math.abs(lastMonth.value), 9);
      expect(typeof sinceLastMonth.clear === 'boolean', measure).toBe(now.interval !== undefined && lastMonth.interval !== undefined);
    }
  });

  it('knows nothing of months before the chain’s first day', async () => {
    const answer = ReportAnswer.parse(await api.get(headOffice, '/reports/monthly?month=2025-01'));
    for (const { measure, now, lastMonth, lastYear, sinceLastYear } of answer.figures) expect([measure, now.value === undefined, lastMonth, lastYear, sinceLastYear.by]).toEqual([measure, false, null, null, null]);
  });

  it('takes the latest month that is over when none is asked for, and says how far a running month goes', async () => {
    expect((await api.get<ReportAnswer>(headOffice, '/reports/monthly')).months.now).toBe('2026-05');
    expect((await api.get<ReportAnswer>(headOffice, '/reports/monthly?month=2026-06')).through).toBe('2026-06-29');
  });

  it.each([
    [headOffice, 'month=2026-07', 400, 'invalid-parameter'], [headOffice, 'month=2026-13', 400, 'invalid-parameter'],
    [managerOf('S01'), 'store=S02', 403, 'other-store'],
    [{ role: 'associate', storeId: 'S01', associateId: 'A1' }, 'associate=A2', 403, 'other-associate'], [{ role: 'associate', storeId: 'S01' }, '', 403, 'other-associate'],
  ] as const)('refuses %o who asks %s', async (caller, query, status, code) => {
    const response = await api.ask(caller, `/reports/monthly?${query}`);
    expect([response.status, (await response.json() as { code: string }).code]).toEqual([status, code]);
  });

  it('is the own store’s for a manager and the own page for an associate, whatever is left out', async () => {
    expect(await report('', managerOf('S02'))).toEqual(await report('&store=S02'));
    expect(await report('', { role: 'associate', storeId: 'S02', associateId: 'A1' })).toEqual(await report('&store=S02&associate=A1'));
  });

  it('is a table, too, in which no category becomes a formula', async () => {
    const response = await api.ask(headOffice, '/reports/monthly?month=2026-05&format=csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="report-2026-05.csv"');
    const text = Buffer.from(await response.arrayBuffer()).toString();
    expect(text.startsWith('\uFEFFmonth,store,associate,part,group,measure,unit,value,n,low,high,suppressed,2026-04,2025-05,')).toBe(true);
    const lines = text.trim().split('\r\n').slice(1);
    expect(lines.some((line) => line.startsWith("2026-05,,,category,'=1+1,net-sales,CNY minor units,"))).toBe(true);
    const answer = await report('');
    const count = answer.figures.length + [answer.goals, answer.categories, answer.ageBands, answer.stores].flat().reduce((sum, { figures }) => sum + figures.length, 0);
    expect(lines).toHaveLength(count + answer.cohorts.length + 3 * answer.channels.length);
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([22]));
  });
});
