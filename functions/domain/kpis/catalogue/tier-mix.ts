import { isWalkIn } from '../../ledger/partition.ts';
import { periodsOf } from '../../periods.ts';
import type { CustomerRecord, KpiQuery, KpiRow, TableKpi } from '../kpi.ts';

export const tierMix: TableKpi = {
  id: 'tier-mix',
  unit: 'share',
  moreIsBetter: null,
  name: { en: 'Tier mix', 'zh-CN': '等级构成', 'zh-TW': '等級構成' },
  definition: {
    en: 'Share of the customers with a tier who hold this one at the as-of date; n is how many they are.',
    'zh-CN': '截至计算日，持有该等级的顾客占有等级顾客的比例；n 为人数。',
    'zh-TW': '截至計算日，持有該等級的顧客占有等級顧客的比例；n 為人數。',
  },
  cutBy: ['store', 'tier'],
  table: mixRows,
};

function mixRows(customers: Iterable<CustomerRecord>, { from, to, by, store, tier }: KpiQuery): KpiRow[] {
  const period = periodsOf(from, to, null)[0]!.label;
  const stores = new Map<string, Map<string, number>>();
  for (const { history, score } of customers) {
    if (score.tier === null || isWalkIn(history.customerId) || (store !== null && history.homeStore !== store)) continue;
    const key = by.includes('store') ? history.homeStore : '';
    const tiers = stores.get(key) ?? new Map<string, number>();
    stores.set(key, tiers.set(score.tier, (tiers.get(score.tier) ?? 0) + 1));
  }
  return [...stores].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([key, tiers]) => {
    const all = [...tiers.values()].reduce((sum, n) => sum + n, 0);
    return [...tiers]
      .filter(([id]) => tier === null || id === tier)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, n]): KpiRow => ({ period, ...(by.includes('store') ? { store: key } : {}), tier: id, value: n / all, n }));
  });
}
