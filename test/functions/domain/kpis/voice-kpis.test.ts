import { describe, expect, it } from 'vitest';
import { BusinessCalendar, parseDay } from '../../../../functions/domain/calendar.ts';
import { emptyProfile, type Answer, type Complaint, type History, type SentSurvey } from '../../../../functions/domain/history.ts';
import { kpiById } from '../../../../functions/domain/kpis/catalogue.ts';
import type { CustomerRecord, KpiQuery, KpiRow } from '../../../../functions/domain/kpis/kpi.ts';
import { measureKpi } from '../../../../functions/domain/kpis/measure-kpi.ts';
import { defaultLifecycleSettings } from '../../../../functions/domain/lifecycle/settings.ts';
import { serviceMoment, type ServiceHours } from '../../../../functions/domain/satisfaction/clock.ts';
import { defaultSatisfactionSettings as satisfaction } from '../../../../functions/domain/satisfaction/settings.ts';
import { walkInScore } from '../../../../functions/domain/score.ts';
import { defaultPolicy } from '../../../../functions/domain/tiers/presets.ts';
import { TierRules } from '../../../../functions/domain/tiers/tier-rules.ts';
import { buyer, ces, complaint, csat, purchase } from '../lifecycle/people.ts';

const shanghai = new BusinessCalendar('Asia/Shanghai');
const [march, april] = [parseDay('2026-03-01'), parseDay('2026-04-01')];
const asOf = parseDay('2026-03-31');
const at = (text: string) => Date.parse(`${text}:00+08:00`);

let customers = 0;
const customer = (history: Partial<History>, tier: string | null = 'gold'): CustomerRecord => ({ history: { ...buyer([]), ...history, customerId: `C${++customers}` }, score: { ...walkInScore, tier } });

function rowsOf(id: string, people: readonly CustomerRecord[], change: Partial<KpiQuery> = {}, hours: ServiceHours | null = null): KpiRow[] {
  const parameters = { silence: 90, top: 20, rules: new TierRules(defaultPolicy, asOf), satisfaction, lifecycle: defaultLifecycleSettings, service: serviceMoment(hours, shanghai, asOf) };
  return measureKpi(kpiById(id)!, people, { from: march, to: april, grain: null, by: [], store: null, tier: null, parameters, ...change });
}
const valueOf = (id: string, people: readonly CustomerRecord[], change: Partial<KpiQuery> = {}, hours: ServiceHours | null = null) => {
  const [{ value, n }] = rowsOf(id, people, change, hours) as [KpiRow];
  return [value, n];
};

/** A case opened in Shanghai's time, replied to and resolved where it was. */
const opened = (from: string, reply: string | null, resolution: string | null, more: Partial<Complaint> = {}): Complaint => {
  const resolvedAt = resolution === null ? null : at(resolution);
  return { ...complaint(at(from)), openedOn: shanghai.dayOf(at(from)), firstAnswerAt: reply === null ? null : at(reply), resolvedAt, resolvedOn: resolvedAt === null ? null : shanghai.dayOf(resolvedAt), ...more };
};

describe('KPIs of service', () => {
  const cases = [
    customer({ complaints: [opened('2026-03-02T10:00', '2026-03-02T12:00', '2026-03-03T10:00')] }, 'platinum'),
    customer({ complaints: [opened('2026-03-05T10:00', '2026-03-06T10:00', '2026-03-09T11:00', { reopened: 1 })] }, 'gold'),
    customer({ complaints: [opened('2026-03-20T10:00', null, null)] }, 'lead'),
    customer({ complaints: [opened('2026-03-31T22:00', null, null)] }, 'platinum'),
    customer({ complaints: [opened('2026-02-20T10:00', '2026-02-20T11:00', null)] }, 'gold'),
  ];

  it('take the cases opened in the period, and measure times in hours', () => {
    // Replies after 2 and 24 hours, resolutions after 24 and 97; Hyndman and Fan's definition 7.
    expect([valueOf('first-reply', cases), valueOf('first-reply-p90', cases)]).toEqual([[13, 2], [expect.closeTo(2 + 0.9 * 22, 9), 2]]);
    expect([valueOf('resolution-time', cases), valueOf('resolution-time-p90', cases)]).toEqual([[60.5, 2], [expect.closeTo(24 + 0.9 * 73, 9), 2]]);
    expect([valueOf('complaint-resolved-rate', cases), valueOf('complaint-reopen-rate', cases)]).toEqual([[0.5, 4], [0.25, 4]]);
  });

  it('hold each case to what its tier is promised; what is overdue and open is broken, what is not due yet is neither', () => {
    // Platinum: 4 and 24 hours, both kept. Gold: 24 and 72, reply kept, resolution after 97 broken. Lead: 48 and 168, open for 277: both broken. The last is two hours old.
    expect(valueOf('sla-attainment', cases)).toEqual([3 / 6, 6]);
    expect(rowsOf('sla-attainment', cases, { by: ['tier'] }).map(({ tier, value, n }) => [tier, value, n])).toEqual([['gold', 0.5, 2], ['lead', 0, 2], ['platinum', 1, 2]]);
    expect([valueOf('open-complaints', cases), valueOf('overdue-complaints', cases)]).toEqual([[2, 4], [1, 4]]);
  });

  it('stand still outside the hours of business where the chain has set them', () => {
    const hours = { opensAt: 10, closesAt: 20, weekdays: [0, 1, 2, 3, 4, 5, 6] };
    // 2 hours; then 10 on the 5th and none before 10:00 on the 6th.
    expect(valueOf('first-reply', cases, {}, hours)).toEqual([6, 2]);
  });

  it('count complaints per 1,000 occasions, and who bought again within 90 days of a resolution that is old enough', () => {
    const people = [
      customer({ purchases: [purchase(march), purchase(march + 3), purchase(march + 4, 500, 'S02')], complaints: [opened('2026-03-02T10:00', null, null)] }),
      customer({ purchases: [purchase(march + 9)] }),
    ];
    expect(valueOf('complaint-rate', people)).toEqual([250, 4]);
    const early = (purchases: number[]) => customer({ purchases: purchases.map((day) => purchase(day)), complaints: [opened('2025-11-03T10:00', null, '2025-11-05T10:00')] });
    const again = [early([parseDay('2025-12-01')]), early([parseDay('2026-02-20')]), early([parseDay('2025-11-05')]), customer({ purchases: [purchase(asOf)], complaints: [opened('2025-11-30T10:00', null, '2026-03-30T10:00')] })];
    expect(valueOf('repurchase-after-complaint', again, { from: parseDay('2025-11-01'), to: parseDay('2025-12-01') })).toEqual([1 / 3, 3]);
  });
});

describe('KPIs of what customers say', () => {
  const ballot = (answer: Answer, sale: number, saleSpend: number): Answer => ({ ...answer, ballot: sale, saleSpend });

  it('give the mean of effort with its interval, and hide it below five answers', () => {
    const people = [7, 6, 6, 3, 5].map((score) => customer({ answers: [ces(score, march)] }));
    expect(valueOf('ces', people)).toEqual([expect.closeTo(5.4, 12), 5]);
    // Standard deviation 1.516575, t with 4 degrees of freedom 2.776445.
    expect(rowsOf('ces', people)[0]!.interval).toEqual([expect.closeTo(5.4 - 2.776445 * 1.516575 / Math.sqrt(5), 5), 7]);
    expect(rowsOf('ces', people.slice(1))[0]).toMatchObject({ value: null, n: 4, suppressed: true });
  });

  it('weigh satisfaction by the sale an answer is about, or by what she spent in the period; who spent nothing has no say', () => {
    const sales = [[5, 1_000], [4, 3_000], [1, 4_000], [5, 0], [2, 1_000], [5, 1_000]].map(([score, spend], i) => customer({ answers: [ballot(csat(score!, march + i), 1, spend!)], purchases: [purchase(march, 99)] }));
    expect(valueOf('core-csat', sales)).toEqual([0.5, 5]);
    const spenders = [[5, 200], [5, 100], [1, 300], [1, 100], [4, 300], [5, 0]].map(([score, spend]) => customer({ answers: [csat(score!, march)], purchases: [...(spend ? [purchase(march, spend)] : []), purchase(march - 1, 9_999)] }));
    expect(valueOf('core-csat', spenders)).toEqual([0.6, 5]);
  });

  it('count what one shop asks on one day, or about one sale, as one survey', () => {
    const asked = (metric: Answer['metric'], day: number, sale = 0): SentSurvey => ({ metric, day, ballot: sale, storeId: 'S01', associateId: null, category: null });
    const answered = customer({ surveysSent: [asked('csat', march), asked('nps', march), asked('csat', march + 5)], answers: [csat(5, march + 1)] });
    const perSale = customer({ surveysSent: [asked('csat', march, 1)], answers: [{ ...csat(5, march), ballot: 1 }, { ...csat(5, march), ballot: 1, storeId: 'S02' }, { ...csat(5, march), metric: 'nps', score: 9, ballot: 1 }] });
    expect(valueOf('response-rate', [answered])).toEqual([0.5, 2]);
    expect(valueOf('response-rate', [answered, perSale])).toEqual([2 / 3, 3]);
  });

  it('average the completeness of files by their owner', () => {
    const filed = (associateId: string, hardFilled: number, softFilled: number) => customer({ associateId, enrolledOn: march, profile: { ...emptyProfile, hardFilled, softFilled } });
    // 0.2 × hard ÷ 7 + 0.8 × soft ÷ 10.
    expect(rowsOf('file-completeness', [filed('A1', 7, 10), filed('A1', 7, 5), filed('A2', 0, 0)], { by: ['associate'] }).map(({ associate, value, n }) => [associate, value, n]))
      .toEqual([['A1', expect.closeTo(0.8, 12), 2], ['A2', 0, 1]]);
  });
});
