import type { AfterReturnAnswer, PolicyReplayAnswer, ThresholdAdviceAnswer } from '../../functions/contract/policy-answers.ts';
import type { CustomerAnswer, CustomerList, KpiAnswer, KpiDescription, KpiRow, Provenance, TiersAnswer } from '../../functions/contract/answers.ts';

/** Invented answers in the shape of the contract, for states of a widget that a healthy server does not give. */

export const asOf = '2026-11-21';
export const provenance = (factsThrough = new Date().toISOString()): Provenance =>
  ({ asOf, runId: 'run-7', policyVersion: 3, factsThrough, currency: 'CNY' });

export const tiers: TiersAnswer = {
  ...provenance(),
  policy: { version: 3, name: { en: 'Customer pyramid', 'zh-CN': '客户金字塔', 'zh-TW': '顧客金字塔' } },
  tiers: [
    { id: 'lead', name: { en: 'Lead', 'zh-CN': '重铅', 'zh-TW': '重鉛' }, rank: 0, customers: 1498, share: 0.5, netSpend: 98_400_000, netSpendShare: 0.11, lifetimeValue: 40_000_000, entered: 0, left: 14, promised: { replyHours: 48, resolveHours: 168 } },
    { id: 'iron', name: { en: 'Iron', 'zh-CN': '黄铁', 'zh-TW': '黃鐵' }, rank: 1, customers: 899, share: 0.3, netSpend: 205_700_000, netSpendShare: 0.23, lifetimeValue: 90_000_000, entered: 21, left: 9, promised: { replyHours: 24, resolveHours: 72 } },
    { id: 'gold', name: { en: 'Gold', 'zh-CN': '黄金', 'zh-TW': '黃金' }, rank: 2, customers: 449, share: 0.15, netSpend: 277_300_000, netSpendShare: 0.31, lifetimeValue: 160_000_000, entered: 12, left: 7, promised: { replyHours: 24, resolveHours: 72 } },
    { id: 'platinum', name: { en: 'Platinum', 'zh-CN': '铂金', 'zh-TW': '鉑金' }, rank: 3, customers: 150, share: 0.05, netSpend: 313_100_000, netSpendShare: 0.35, lifetimeValue: 230_000_000, entered: 5, left: 3, promised: { replyHours: 4, resolveHours: 24 } },
  ],
  without: 214,
};

/** A draft by which 61 fall from gold and 23 rise to diamond. */
export const policyReplay: PolicyReplayAnswer = {
  ...provenance(), id: 'replay-1', state: 'done', customers: 3210, moved: 92,
  matrix: [
    { from: null, to: null, customers: 214, netSpend: 0, lifetimeValue: 0 },
    { from: 'standard', to: 'standard', customers: 2196, netSpend: 290_000_000, lifetimeValue: 120_000_000 },
    { from: 'standard', to: 'gold', customers: 8, netSpend: 4_300_000, lifetimeValue: 2_100_000 },
    { from: 'gold', to: 'standard', customers: 61, netSpend: 31_000_000, lifetimeValue: 14_400_000 },
    { from: 'gold', to: 'gold', customers: 590, netSpend: 330_000_000, lifetimeValue: 210_000_000 },
    { from: 'gold', to: 'diamond', customers: 23, netSpend: 39_000_000, lifetimeValue: 26_000_000 },
    { from: 'diamond', to: 'diamond', customers: 118, netSpend: 240_000_000, lifetimeValue: 170_000_000 },
  ],
  benefitCost: { now: 41_200_000, draft: 38_900_000 }, flipsPerYear: { now: 310, draft: 268 },
  effects: { grace: { customers: 12, benefitCost: 180_000 }, keep: { customers: 47, benefitCost: 910_000 }, stepLimit: { customers: 3, benefitCost: 240_000 } },
  movers: [{ customerId: 'C42', from: 'gold', to: 'diamond', netSpend: 1_842_000, lifetimeValue: 2_310_000 }, { customerId: 'C7', from: 'gold', to: 'standard', netSpend: 612_000, lifetimeValue: 902_400 }],
};

/** Advice from an average price of 659.15 and 2.06 units a ticket; the higher the growth, the fewer qualify. */
export function thresholdAdvice(growth: number, others: readonly number[] = []): ThresholdAdviceAnswer {
  const suggested = { averagePrice: 65_915, attachRate: 2.06, baseLine: 135_785, threshold: Math.ceil(135_785 * (1 + growth)) };
  const [customers, share] = [Math.round(1500 - 1000 * growth), 0.92 - growth / 10];
  return {
    ...provenance(), from: '2025-11-22', to: '2026-11-22', growth, customers: 2996,
    compared: others.map((threshold) => ({ threshold, customers: { value: 900, low: 860, high: 941 }, revenueShare: { value: 0.8, low: 0.78, high: 0.82 } })),
    suggested: { ...suggested, customers: { value: customers, low: customers - 55, high: customers + 52 }, revenueShare: { value: share, low: share - 0.012, high: share + 0.011 } },
    levels: [
      { tier: 'lead', averagePrice: 38_200, attachRate: 1.4, baseLine: 53_480, threshold: Math.ceil(53_480 * (1 + growth)), raisedPrice: 38_200 * (1 + growth), contribution: 0.11 },
      { tier: 'platinum', averagePrice: 81_400, attachRate: 2.6, baseLine: 211_640, threshold: Math.ceil(211_640 * (1 + growth)), raisedPrice: 81_400 * (1 + growth), contribution: 0.35 },
    ],
  };
}

/** A customer about whom much is known, with parts of the answer replaced. */
export function customer(customerId: string, changes: Partial<CustomerAnswer> = {}): CustomerAnswer {
  return {
    ...provenance(), customerId, mayOverride: true,
    file: {
      name: '林婉仪', gender: 'female', birthday: '12-03', phone: '138****2107', email: null, address: null, size: '165/84A', masked: true, storeId: 'S01', associateId: 'A7',
      enrolledOn: '2024-03-02', obtained: 'first-purchase', language: 'zh-CN', preferredChannel: 'wechat', consent: { wechat: true, sms: true, call: false },
      soft: { taste: '偏爱素色与垂感面料', leisure: '周末陶艺', serviceStyle: '不喜欢被跟随' }, completeness: 0.76,
      favourites: [{ category: '连衣裙', units: 14 }, { category: '针织', units: 9 }, { category: '大衣', units: 4 }, { category: '配饰', units: 2 }],
    },
    tier: {
      id: 'gold', since: '2026-02-14',
      reason: [{ criterion: 'net-spend', window: { from: '2025-11-22', to: asOf }, value: 1_842_000, threshold: 1_500_000, met: true, facts: ['T-1', 'T-2', 'T-3', 'T-4', 'T-5'] },
        { criterion: 'occasions', window: { from: '2025-11-22', to: asOf }, value: 11, threshold: 4, met: true, facts: [] }],
      next: { tier: 'platinum', missing: [{ criterion: 'net-spend', amount: 658_000, by: '2026-12-31' }] },
      keep: { tier: 'gold', missing: [{ criterion: 'net-spend', amount: 120_050, by: '2027-01-31' }] }, override: null,
      check: { agrees: true, facts: 47, later: 2 },
    },
    history: {
      netSpend: 4_218_600, grossMargin: 2_480_000, orders: 31, occasions: 28, units: 64, firstOn: '2024-03-02', lastOn: '2026-11-16', averageOrderValue: 136_084, unitsPerTicket: 2.06,
      averageUnitPrice: 65_915, daysBetween: 34, lastTwelveMonths: [212_000, 0, 389_000, 96_000, 134_000, 240_000, 0, 178_000, 88_000, 121_000, 205_000, 179_000],
    },
    rfm: { recency: 5, frequency: 5, monetary: 4, segment: 'champion' },
    worth: {
      simple: { value: 6_120_000, yearlyProfit: 1_490_000, lifespanYears: 4.1 }, marginRate: 0.58, marginRateSource: 'cost',
      predicted: { lifetimeValue: 2_310_000, residualLifetimeValue: 2_310_000, interval: [1_540_000, 3_260_000], horizonMonths: 36, pAlive: 0.94, expectedOccasions: 26, expectedValuePerOccasion: 150_000 }, insufficient: null,
    },
    satisfaction: { csat: { score: 5, scale: 5, on: '2026-10-30' }, nps: { score: 9, scale: 10, on: '2026-08-11' }, ces: null, answered: 6, sent: 9, openComplaints: 0, resolvedComplaints: 1, mood: 'happy' },
    lifecycle: { stage: 'mature', layer: 'loyal', since: '2025-01-20' },
    risk: { level: 'watch', valueAtRisk: 138_600, sensibleSpend: 20_800, reasons: [{ code: 'basket-drop', recent: 88_000, usual: 152_000 }], action: 'show-new-arrivals' },
    recommendations: [
      { category: '连衣裙', score: 1.62, reason: { code: 'own-habit', times: 14, lastOn: '2026-11-16' } }, { category: '大衣', score: 1.1, reason: { code: 'own-habit', times: 1, lastOn: '2026-01-09' } },
      { category: '丝巾', score: 0.31, reason: { code: 'bought-together', because: '连衣裙', customers: 186 } },
    ],
    ...changes,
  };
}

/** The last sale of a customer who is gold with it and iron without. */
export function afterReturn(customerId: string, sale: string): AfterReturnAnswer {
  const { tier } = customer(customerId);
  const points = { earned: 18_420, spendable: 4_120, expiring: [] };
  return {
    ...provenance(), customerId, sale, back: { units: 2, netSpend: 368_000 },
    now: { tier, points }, after: { tier: { ...tier, id: 'iron', since: asOf, next: { tier: 'gold', missing: [{ criterion: 'net-spend', amount: 26_000, by: null }] }, keep: null }, points: { ...points, earned: 14_740, spendable: 440 } },
  };
}

/** A name that is a script where somebody forgets that it is a text. */
export const harmfulName = '<img src=x onerror="window.harmed=true">';

const standard = customer('C42');
export const customers: Record<string, CustomerAnswer> = {
  C42: standard,
  C7: customer('C7', {
    file: { ...standard.file, name: harmfulName, favourites: [{ category: harmfulName, units: 1 }], soft: { taste: harmfulName } },
    satisfaction: { ...standard.satisfaction, csat: { score: 2, scale: 5, on: '2026-11-02' }, openComplaints: 1, mood: 'unhappy' },
    lifecycle: { stage: 'drifting', layer: 'drifting', since: '2026-09-30' },
    risk: { level: 'high', valueAtRisk: 902_400, sensibleSpend: 135_300, action: 'resolve-complaint', reasons: [
      { code: 'complaint-open', count: 1, openedAt: '2026-11-03' }, { code: 'silent', stage: 'drifting', lastOn: '2026-07-11', usualGap: 24 }, { code: 'low-score', metric: 'csat', score: 2, scale: 5, day: '2026-11-02' }] },
  }),
  C8: customer('C8', {
    file: { ...standard.file, preferredChannel: 'call', consent: { call: false, wechat: false } },
    risk: { level: 'high', valueAtRisk: 90_000, sensibleSpend: 9_000, action: 'ask-what-was-wrong', reasons: [{ code: 'low-score', metric: 'csat', score: 1, scale: 5, day: '2026-11-12' }] },
  }),
  C9: customer('C9', {
    file: { ...standard.file, name: null, birthday: null, phone: null, size: null, associateId: null, consent: {}, preferredChannel: null, soft: {}, favourites: [], completeness: 0.08 },
    tier: { id: null, since: null, reason: [], next: null, keep: null, override: null },
    history: { netSpend: 0, grossMargin: null, orders: 0, occasions: 0, units: 0, firstOn: null, lastOn: null, averageOrderValue: null, unitsPerTicket: null, averageUnitPrice: null, daysBetween: null, lastTwelveMonths: Array.from({ length: 12 }, () => 0) },
    recommendations: [], rfm: null, worth: { simple: { value: 0, yearlyProfit: 0, lifespanYears: 0 }, marginRate: 0.5, marginRateSource: 'setting', predicted: null, insufficient: 'no-purchase' },
    satisfaction: { csat: null, nps: null, ces: null, answered: 0, sent: 0, openComplaints: 0, resolvedComplaints: 0, mood: 'unknown' },
    lifecycle: { stage: 'prospect', layer: 'potential', since: '2026-11-18' }, risk: { level: 'none', valueAtRisk: 0, sensibleSpend: 0, reasons: [], action: 'none' },
  }),
};

/** Customers at risk, worst first. */
export const atRisk: CustomerList = {
  ...provenance(), total: 41, next: null,
  items: [
    ['C7', harmfulName, 'platinum', 2_840_000, 0.31], ['C18', '周若兰', 'platinum', 1_905_000, 0.44], ['C23', '陈思敏', 'gold', 1_120_000, 0.38], ['C31', '王嘉', 'gold', 980_000, 0.52], ['C55', null, 'iron', 310_000, 0.27],
  ].map(([id, name, tier, worth, pAlive], i) => ({
    customerId: String(id), name: name as string | null, storeId: 'S01', associateId: 'A7', tier: String(tier), lastOn: '2026-07-11', netSpend: 3_000_000, lifetimeValue: Number(worth), pAlive: Number(pAlive),
    stage: i < 3 ? 'drifting' as const : 'dormant' as const, birthday: null,
    risk: {
      level: i < 3 ? 'high' as const : 'watch' as const, valueAtRisk: Math.round(Number(worth) * (1 - Number(pAlive))), sensibleSpend: Math.round(Number(worth) * (1 - Number(pAlive)) * 0.15),
      reasons: i === 0 ? customers['C7']!.risk.reasons : [{ code: 'silent', stage: 'drifting', lastOn: '2026-07-11', usualGap: 21 + i }], action: i === 0 ? 'resolve-complaint' : i < 3 ? 'personal-contact' : 'win-back',
    },
    winBack: {
      spotted: { stage: i < 3 ? 'drifting' as const : 'dormant' as const, since: '2026-09-30' }, futureValue: { atRisk: Math.round(Number(worth) * (1 - Number(pAlive))), sensibleSpend: null },
      causes: i === 0 ? ['complaint-open', 'low-score', 'silent'] : ['silent'], action: i === 0 ? 'resolve-complaint' : 'win-back', prevention: i === 0 ? 'answer-complaints-in-time' : 'contact-before-usual-interval-ends',
      outcomes: i === 1 ? [{ on: '2026-10-12', channel: 'wechat', associateId: 'A7', outcome: '约在周末来试冬装' }] : [],
    },
  })),
};

const describe = (id: string, unit: KpiDescription['unit'], en: string, cn: string, tw: string, moreIsBetter: boolean | null = true): KpiDescription => ({
  id, unit, moreIsBetter, cutBy: ['store', 'tier'], name: { en, 'zh-CN': cn, 'zh-TW': tw },
  definition: { en: `${en}: how it is measured, in a sentence.`, 'zh-CN': `${cn}：计算方法的一句话说明。`, 'zh-TW': `${tw}：計算方法的一句話說明。` },
});
export const kpis: KpiDescription[] = [
  describe('net-sales', 'money', 'Net sales', '净销售额', '淨銷售額'), describe('orders', 'count', 'Tickets', '小票数', '銷售單數'), describe('active-customers', 'count', 'Active customers', '活跃顾客', '活躍顧客'),
  describe('average-order-value', 'money', 'Average ticket', '客单价', '客單價'), describe('units-per-ticket', 'number', 'Units per ticket', '连带率', '連帶率'), describe('repeat-rate', 'share', 'Repeat rate', '复购率', '回購率'),
  describe('churn-rate', 'share', 'Churn by silence', '静默流失率', '靜默流失率', false), describe('csat', 'share', 'Satisfied customers (CSAT)', '满意度（CSAT）', '滿意度（CSAT）'), describe('nps', 'score', 'Net promoter score (NPS)', '净推荐值（NPS）', '淨推薦值（NPS）'),
  describe('contribution-rate', 'share', 'VIP contribution', 'VIP 贡献率', 'VIP 貢獻率'), describe('top-share', 'share', 'Share of the best 20 %', '前 20% 顾客销售占比', '前 20% 顧客銷售占比', null),
  describe('key-customer-share', 'share', 'Customers making 80 % of sales', '贡献 80% 销售的关键客户占比', '貢獻 80% 銷售的關鍵客戶占比', null), describe('cohort-retention', 'share', 'Cohort retention', '同期群留存', '同期群留存'),
  describe('new-customers', 'count', 'New customers', '新顾客', '新顧客'),
  describe('first-reply', 'hours', 'First reply to complaints', '投诉首次回复时间', '投訴首次回覆時間', false), describe('resolution-time', 'hours', 'Resolution of complaints', '投诉解决时间', '投訴解決時間', false),
  describe('sla-attainment', 'share', 'SLA attainment', '服务承诺达成率', '服務承諾達成率'), describe('open-complaints', 'count', 'Complaints open', '未解决投诉', '未解決投訴', false),
  describe('overdue-complaints', 'count', 'Complaints overdue', '逾期投诉', '逾期投訴', false), describe('complaint-rate', 'number', 'Complaints per 1,000 occasions', '每千次购买投诉数', '每千次購買投訴數', false),
  describe('complaint-resolved-rate', 'share', 'Complaints resolved', '投诉解决率', '投訴解決率'), describe('complaint-reopen-rate', 'share', 'Complaints reopened', '投诉重开率', '投訴重開率', false),
  describe('repurchase-after-complaint', 'share', 'Bought again after a resolved complaint', '投诉解决后回购率', '投訴解決後回購率'),
];
const sizes: Record<string, number> = { money: 74_000_000, count: 1_240, share: 0.42, number: 2.1, score: 38, days: 31, hours: 30 };

/** An answer to a KPI question: a gently waving series whose last month is not over, or satisfaction by tier with samples of every size. */
export function kpiAnswer(id: string, query: URLSearchParams): KpiAnswer | null {
  const kpi = kpis.find((known) => known.id === id);
  if (!kpi) return null;
  const grain = query.get('grain') as KpiAnswer['grain'];
  const head = { ...provenance(), kpi, from: query.get('from') ?? '2024-12-01', to: query.get('to') ?? '2026-11-22', grain };
  if (id === 'cohort-retention') return { ...head, rows: cohorts() };
  if (query.get('by') === 'tier') return { ...head, rows: (['platinum', 'gold', 'iron', 'lead'] as const).map((tier, i) => ({ ...measured(kpi, [64, 21, 3, 0][i]!, 1 - i * 0.06), period: '2026', tier })) };
  if (grain === null) return { ...head, rows: [{ ...measured(kpi, 412, query.get('to') ? 1.06 : 1), period: '2026' }] };
  const rows = Array.from({ length: 24 }, (_, i): KpiRow => {
    const month = 11 + i;
    return { ...measured(kpi, 400, (0.86 + i * 0.012 + Math.sin(i / 2) * 0.07) * (i === 23 ? 0.66 : 1)), period: `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` };
  });
  return { ...head, rows };
}

function measured(kpi: KpiDescription, n: number, factor: number): Omit<KpiRow, 'period'> {
  const size = sizes[kpi.unit]!;
  const value = kpi.unit === 'share' || kpi.unit === 'number' || kpi.unit === 'score' ? size * factor : Math.round(size * factor);
  if (kpi.id !== 'csat' && kpi.id !== 'nps') return { value, n };
  // Of NPS a figure of enough answers is hidden as well, or the smaller one would follow from it.
  if (n < 5 || kpi.id === 'nps' && n === 21) return n === 0 ? { value: null, n } : { value: null, n, suppressed: true };
  const margin = (kpi.id === 'nps' ? 90 : 0.95) / Math.sqrt(n);
  const shown = kpi.id === 'nps' ? value : value * 2;
  return { value: shown, n, interval: [Math.max(kpi.id === 'nps' ? -100 : 0, shown - margin), Math.min(kpi.id === 'nps' ? 100 : 1, shown + margin)] };
}

function cohorts(): KpiRow[] {
  return Array.from({ length: 12 }, (_, c) => Array.from({ length: 12 - c }, (_, month): KpiRow => {
    const cohort = `${c === 0 ? 2025 : 2026}-${String(c === 0 ? 12 : c).padStart(2, '0')}`;
    return { period: cohort, cohort, month, value: month === 0 ? 1 : 0.34 / Math.sqrt(month) + ((c * 7 + month * 3) % 5) / 90, n: 90 + c * 4 };
  })).flat();
}
