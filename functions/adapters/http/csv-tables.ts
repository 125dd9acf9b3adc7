import type { CustomerList, KpiAnswer, Provenance } from '../../contract/answers.ts';
import type { Cell, CsvTable } from './csv.ts';

/** Each row says where its numbers come from, because a spreadsheet is passed on without its address. */
export const sources = ['asOf', 'runId', 'policyVersion', 'factsThrough'] as const;
export const sourceOf = (provenance: Provenance): Cell[] => sources.map((name) => provenance[name]);

/** The rows of a KPI; columns that no row has are left out. */
export function kpiTable(answer: KpiAnswer): CsvTable {
  const { kpi, rows, currency } = answer;
  const parts = (['store', 'tier', 'associate', 'category', 'region', 'cohort', 'month'] as const).filter((part) => rows.some((row) => row[part] !== undefined));
  const unit = kpi.unit === 'money' ? `${currency} minor units` : kpi.unit;
  return {
    name: `${kpi.id}-${answer.from}-${answer.to}`,
    columns: ['kpi', 'unit', 'period', ...parts, 'value', 'n', 'low', 'high', 'suppressed', ...sources],
    rows: rows.map((row) => [
      kpi.id, unit, row.period, ...parts.map((part) => row[part]), row.value, row.n, row.interval?.[0], row.interval?.[1], row.suppressed, ...sourceOf(answer),
    ]),
  };
}

/** One page of a list of customers, one line each. */
export function customerTable(list: CustomerList, name: string): CsvTable {
  return {
    name: `${name}-${list.asOf}`,
    columns: [
      'customerId', 'name', 'storeId', 'associateId', 'tier', 'stage', 'lastOn', 'birthday', 'currency', 'netSpend', 'lifetimeValue', 'pAlive',
      'riskLevel', 'valueAtRisk', 'sensibleSpend', 'reasons', 'action', 'spottedOn', 'prevention', 'outcomes', 'nearTier', 'nearOn', 'missing', 'outsideBecause', 'missingToCore', 'service', 'gift', 'giftCost', 'greetingBy', 'greeting', ...sources,
    ],
    rows: list.items.map(({ risk, near, winBack, outside, birthdayPlan: plan, ...item }) => [
      item.customerId, item.name, item.storeId, item.associateId, item.tier, item.stage, item.lastOn, item.birthday, list.currency, item.netSpend, item.lifetimeValue, item.pAlive,
      risk.level, risk.valueAtRisk, risk.sensibleSpend, risk.reasons.map(({ code }) => code).join(' '), risk.action,
      winBack?.spotted.since, winBack?.prevention, winBack?.outcomes.map(({ on, channel, outcome }) => `${on} ${channel} ${outcome ?? ''}`.trim()).join('; '),
      near?.tier, near?.on, near?.missing.map(({ criterion, amount }) => `${criterion} ${amount}`).join('; '),
      outside?.reasons.map(({ code }) => code).join(' '), outside?.missing, outside?.service,
      plan?.gift?.name, plan?.gift?.cost, plan?.channel, plan?.text, ...sourceOf(list),
    ]),
  };
}
