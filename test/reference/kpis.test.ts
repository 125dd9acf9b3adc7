import { readFileSync, existsSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { BusinessCalendar, parseDay } from '../../functions/domain/calendar.ts';
import { kpiById } from '../../functions/domain/kpis/catalogue.ts';
import type { CustomerRecord, KpiQuery } from '../../functions/domain/kpis/kpi.ts';
import { measureKpi } from '../../functions/domain/kpis/measure-kpi.ts';
import type { Fact } from '../../functions/domain/ledger/facts.ts';
import { foldCustomer } from '../../functions/domain/ledger/fold-customer.ts';
import { Exchange } from '../../functions/domain/money.ts';
import { defaultLifecycleSettings } from '../../functions/domain/lifecycle/settings.ts';
import { calendarClock } from '../../functions/domain/satisfaction/clock.ts';
import { defaultSatisfactionSettings } from '../../functions/domain/satisfaction/settings.ts';
import { walkInScore } from '../../functions/domain/score.ts';
import { defaultPolicy } from '../../functions/domain/tiers/presets.ts';
import { TierRules } from '../../functions/domain/tiers/tier-rules.ts';
import { rfmCuts, rfmOf, rfmValues } from '../../functions/domain/rfm.ts';

const dataFile = new URL('../../../shared/data/cdnow_master.csv', import.meta.url);
const referenceFile = new URL('../../../shared/reference/cdnow_full_rfm_tiers_retention.json', import.meta.url);
const present = existsSync(dataFile) && existsSync(referenceFile);

interface Reference {
  asof: string;
  totals: { customers: number; orders: number; purchase_days: number; revenue: number; first_date: string };
  average_order_value_per_order: number;
  repeat_purchase_rate: { by_days: number };
  churn: Record<string, { churn_rate: number; active: number }>;
  pareto: { top_share: Record<string, { share: number }>; share_of_customers_making_80pct_revenue: number };
  monthly: Record<string, { revenue: number; orders: number; customers: number; new_customers: number }>;
  cohort_retention: { cohorts: { cohort: string; size: number; retention: number[] }[] };
  rfm: { customers: { customer_id: string; R_less: number; F_less: number; M_less: number }[] };
}

/** CDNOW, 69,659 sales: values computed by an independent program from the raw rows. */
describe.skipIf(!present)('KPIs of CDNOW agree with the reference (skipped where ../shared is absent)', () => {
  const customers: CustomerRecord[] = [];
  let reference: Reference;
  let asOf: number;

  beforeAll(() => {
    reference = JSON.parse(readFileSync(referenceFile, 'utf8')) as Reference;
    asOf = parseDay(reference.asof);
    const facts = new Map<string, Fact[]>();
    const rows = parse<{ customer_id: string; date: string; cds: string; amount: string }>(readFileSync(dataFile), { columns: true });
    rows.forEach(({ customer_id: customerId, date, cds, amount }, row) => {
      const sale: Fact = {
        kind: 'SaleRecorded', id: `T${row}`, version: 1, storeId: 'CDNOW', customerId, currency: 'USD', occurredAt: `${date}T12:00:00+08:00`,
        lines: [{ sku: 'CD', quantity: Number(cds), unitPrice: 0, amount: Math.round(Number(amount) * 100) }],
      };
      facts.set(customerId, [...facts.get(customerId) ?? [], sale]);
    });
    const settings = { calendar: new BusinessCalendar('Asia/Shanghai'), exchange: new Exchange('USD', []), excludes: () => false };
    for (const [customerId, own] of facts) customers.push({ history: foldCustomer(customerId, own, asOf, settings).history, score: walkInScore });
  });

  const rules = new TierRules(defaultPolicy, parseDay('1998-06-30'));
  const ask = (id: string, change: Partial<KpiQuery> = {}) => measureKpi(kpiById(id)!, customers, {
    from: parseDay(reference.totals.first_date), to: asOf + 1, grain: null, by: [], store: null, tier: null,
    parameters: { silence: 90, top: 20, rules, satisfaction: defaultSatisfactionSettings, lifecycle: defaultLifecycleSettings, service: { clock: calendarClock, now: 0, asOf: 0 } }, ...change,
  });
  const value = (id: string, change: Partial<KpiQuery> = {}) => ask(id, change)[0]!.value;

  it('totals', () => {
    expect(value('customers')).toBe(reference.totals.customers);
    expect(value('orders')).toBe(reference.totals.orders);
    expect(value('occasions')).toBe(reference.totals.purchase_days);
    expect(value('net-sales')).toBe(Math.round(reference.totals.revenue * 100));
    expect(value('average-order-value')).toBeCloseTo(reference.average_order_value_per_order * 100, 5);
  });

  it('repeat rate, and churn for every silence', () => {
    expect(value('repeat-rate')).toBeCloseTo(reference.repeat_purchase_rate.by_days, 9);
    for (const silence of [30, 60, 90, 120, 180, 365]) {
      const parameters = { silence, top: 20, rules, satisfaction: defaultSatisfactionSettings, lifecycle: defaultLifecycleSettings, service: { clock: calendarClock, now: 0, asOf: 0 } };
      expect(value('churn-rate', { parameters }), `${silence} days`).toBeCloseTo(reference.churn[silence]!.churn_rate, 9);
      expect(value('active-customers', { parameters }), `${silence} days`).toBe(reference.churn[silence]!.active);
    }
  });

  it('Pareto shares', () => {
    for (const [share, { share: expected }] of Object.entries(reference.pareto.top_share)) {
      expect(value('top-share', { parameters: { silence: 90, top: Number(share) * 100, rules, satisfaction: defaultSatisfactionSettings, lifecycle: defaultLifecycleSettings, service: { clock: calendarClock, now: 0, asOf: 0 } } }), share).toBeCloseTo(expected, 9);
    }
    expect(value('key-customer-share')).toBeCloseTo(reference.pareto.share_of_customers_making_80pct_revenue, 9);
  });

  it('monthly series', () => {
    for (const [id, of] of [['net-sales', 'revenue'], ['orders', 'orders'], ['customers', 'customers'], ['new-customers', 'new_customers']] as const) {
      const rows = ask(id, { grain: 'month' });
      expect(rows.map(({ period }) => period)).toEqual(Object.keys(reference.monthly));
      for (const row of rows) expect(row.value, `${id} ${row.period}`).toBeCloseTo(reference.monthly[row.period]![of] * (of === 'revenue' ? 100 : 1), 4);
    }
  });

  it('cohort matrix', () => {
    const rows = ask('cohort-retention');
    for (const { cohort, size, retention } of reference.cohort_retention.cohorts) {
      const own = rows.filter((row) => row.cohort === cohort);
      expect(own.map(({ month }) => month)).toEqual(retention.map((_, month) => month));
      for (const { month, value: share, n } of own) {
        expect(n).toBe(size);
        expect(share, `${cohort} + ${month}`).toBeCloseTo(retention[month!]!, 9);
      }
    }
  });

  it('RFM scores with the tie rule less', () => {
    const values = new Map(customers.map(({ history }) => [history.customerId, rfmValues(history, asOf)!]));
    const cuts = rfmCuts([...values.values()]);
    for (const { customer_id: id, R_less: recency, F_less: frequency, M_less: monetary } of reference.rfm.customers) {
      expect(rfmOf(values.get(id)!, cuts), id).toMatchObject({ recency, frequency, monetary });
    }
  });
});
