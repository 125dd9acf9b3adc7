import type { ReportAnswer, ReportFigure, ReportMeasure } from '../../functions/contract/report-answers.ts';
import { provenance } from './fixture-answers.ts';

const measure = (id: string, unit: ReportMeasure['unit'], en: string, cn: string, tw: string, moreIsBetter: boolean | null = true): ReportMeasure => ({
  id, unit, moreIsBetter, name: { en, 'zh-CN': cn, 'zh-TW': tw }, definition: { en: `${en}, in a sentence.`, 'zh-CN': `${cn}的说明。`, 'zh-TW': `${tw}的說明。` },
});
const measures = [
  measure('members', 'count', 'Member base', '会员总数', '會員總數'), measure('net-sales', 'money', 'Net sales', '净销售额', '淨銷售額'), measure('units-per-customer', 'number', 'Units per customer', '客均件数', '客均件數'),
  measure('units-per-ticket', 'number', 'Units per ticket', '客单件数', '客單件數'), measure('churn-rate', 'share', 'Churn by silence', '沉默流失率', '沉默流失率', false), measure('csat', 'share', 'Satisfied customers', '满意度', '滿意度'),
  measure('enrolments', 'count', 'Enrolments', '开卡数', '開卡數'),
];

/** A figure of the month beside the one before and the same a year before. */
function figure(id: string, now: number, before: number, lastYear: number | null, clear: boolean | null = null, interval?: [number, number]): ReportFigure {
  const share = measures.find((each) => each.id === id)!.unit === 'share';
  const since = (then: number | null) => ({ by: then === null ? null : share ? now - then : (now - then) / then, clear: then === null ? null : clear });
  return {
    measure: id, now: { value: now, n: 400, ...(interval && { interval }) }, lastMonth: { value: before, n: 390 }, lastYear: lastYear === null ? null : { value: lastYear, n: 300 },
    sinceLastMonth: since(before), sinceLastYear: since(lastYear),
  };
}

/** A month with figures that rose, fell, hardly moved, are hidden, and were not known a year ago; for a store with its associates. */
export function monthlyReport(query: URLSearchParams): ReportAnswer {
  const [store, associate, month] = [query.get('store'), query.get('associate'), query.get('month') ?? '2026-10'];
  const sales = (value: number) => [figure('net-sales', value, value * 0.9, value * 1.2), figure('members', 120, 118, 90)];
  return {
    ...provenance(), months: { now: month, lastMonth: '2026-09', lastYear: '2025-10' }, through: month === '2026-11' ? '2026-11-21' : '2026-10-31', store, associate, measures,
    figures: [
      figure('members', 2996, 2940, 2210), figure('net-sales', 78_123_400, 74_000_000, null), figure('units-per-ticket', 2.06, 2.06, 1.9), figure('churn-rate', 0.31, 0.28, 0.35, true, [0.29, 0.33]),
      { ...figure('csat', 0.84, 0.86, 0.7, false, [0.8, 0.88]), lastYear: { value: null, n: 3, suppressed: true }, sinceLastYear: { by: null, clear: null } }, figure('enrolments', 41, 30, 44),
    ],
    goals: [{ class: 'walk-in', figures: [figure('units-per-customer', 1.4, 1.3, 1.5)] }, { class: 'middle', figures: [figure('units-per-ticket', 2.1, 2, 1.8)] }, { class: 'heavy', figures: [figure('units-per-customer', 4.2, 4.4, 3.9), figure('units-per-ticket', 2.6, 2.5, 2.4)] }],
    categories: [{ category: '连衣裙', figures: sales(31_000_000) }, { category: '<img src=x onerror="window.harmed=true">', figures: sales(9_000_000) }],
    ageBands: [{ band: '25-34', figures: sales(40_000_000) }, { band: 'unknown', figures: sales(2_000_000) }],
    cohorts: ['2026-08', '2026-09', '2026-10'].flatMap((cohort, at) => Array.from({ length: 3 - at }, (_, after) => ({ period: cohort, cohort, month: after, value: after === 0 ? 1 : 0.3 / after, n: 80 + at }))),
    stores: store === null && associate === null ? ['S01', 'S02'].map((id) => ({ store: id, figures: sales(20_000_000) })) : [],
    associates: store !== null && associate === null ? ['A1', 'A7'].map((id) => ({ associate: id, figures: [figure('net-sales', 900_000, 800_000, null), figure('enrolments', 12, 9, 8)] })) : [],
    channels: [{ channel: 'referral', enrolled: 9, bought: 7, netSpend: 1_230_000 }, { channel: 'unknown', enrolled: 2, bought: 0, netSpend: 0 }],
  };
}
