import { compareText } from '../../compare-text.ts';
import type { Day } from '../../calendar.ts';
import { isWalkIn } from '../../ledger/partition.ts';
import { periodsOf } from '../../periods.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { CustomerRecord, KpiQuery, KpiRow, TableKpi } from '../kpi.ts';
import { placeOf, tierBefore } from '../tier-tallies.ts';

export const tierRetention: TableKpi = {
  id: 'tier-retention',
  unit: 'share',
  moreIsBetter: true,
  name: { en: 'Tier retention', 'zh-CN': '等级保持率', 'zh-TW': '等級保持率' },
  definition: {
    en: 'Of the customers who held a tier when the period began, the share who hold it or a higher one when it ends; by tier it is the tier they began with. n is how many began. No value where tiers compare customers.',
    'zh-CN': '期初持有等级的顾客中，期末仍持有该等级或更高等级的占比；按等级查看时为期初等级。n 为期初人数。等级按顾客相互比较划分时无数值。',
    'zh-TW': '期初持有等級的顧客中，期末仍持有該等級或更高等級的占比；按等級查看時為期初等級。n 為期初人數。等級按顧客相互比較劃分時無數值。',
  },
  cutBy: ['store', 'tier'],
  table: retentionRows,
};

interface Cell { store: string; tier: string; began: number[]; kept: number[] }

function retentionRows(customers: Iterable<CustomerRecord>, { from, to, grain, by, store, tier, parameters: { rules } }: KpiQuery): KpiRow[] {
  const periods = periodsOf(from, to, grain);
  const [byStore, byTier] = [by.includes('store'), by.includes('tier')];
  const cells = new Map<string, Cell>();
  const cellOf = (ofStore: string, ofTier: string): Cell => {
    const key = `${ofStore}\n${ofTier}`;
    let cell = cells.get(key);
    if (!cell) cells.set(key, cell = { store: ofStore, tier: ofTier, began: periods.map(() => 0), kept: periods.map(() => 0) });
    return cell;
  };
  if (!byStore && !byTier) cellOf('', '');
  for (const { history, score } of rules.relative ? [] : customers) {
    if (isWalkIn(history.customerId) || (store !== null && history.homeStore !== store)) continue;
    const changes = rules.changesOf(history, { tier: score.tier, since: score.tierSince });
    const held = (day: Day): string | null => tierBefore(changes, day);
    periods.forEach((period, at) => {
      const began = held(period.from);
      if (began === null || (tier !== null && began !== tier)) return;
      const cell = cellOf(byStore ? history.homeStore : '', byTier ? began : '');
      cell.began[at]! += 1;
      if (placeOf(rules, held(period.to)) >= placeOf(rules, began)) cell.kept[at]! += 1;
    });
  }
  return [...cells.values()].sort((a, b) => compareText(a.store, b.store) || compareText(a.tier, b.tier)).flatMap((cell) => periods.map(({ label }, at): KpiRow => {
    const [n, kept] = [cell.began[at]!, cell.kept[at]!];
    return { period: label, ...(byStore ? { store: cell.store } : {}), ...(byTier ? { tier: cell.tier } : {}), value: n === 0 ? null : kept / n, n, interval: wilson(kept, n) };
  }));
}
