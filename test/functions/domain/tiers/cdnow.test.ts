import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { parseDay } from '../../../../functions/domain/calendar.ts';
import { emptyHistory, type History } from '../../../../functions/domain/history.ts';
import { customersMaking, topShare } from '../../../../functions/domain/tiers/key-customers.ts';
import { percentileCuts } from '../../../../functions/domain/tiers/percentile-cuts.ts';
import { PolicyReplay } from '../../../../functions/domain/tiers/policy-replay.ts';
import { defaultPolicy } from '../../../../functions/domain/tiers/presets.ts';
import { tierHeld } from '../../../../functions/domain/tiers/standing.ts';
import { goods } from './build-history.ts';

// Thousands of cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const salesFile = `${shared}data/cdnow_master.csv`;
const referenceFile = `${shared}reference/cdnow_full_rfm_tiers_retention.json`;
const missing = [salesFile, referenceFile].filter((file) => !existsSync(file));

interface Reference {
  tiers: { tiers: { [name: string]: { customers: number; revenue: number; min_spend: number } } };
  pareto: { top_share: { [share: string]: { customers: number; share: number } }; share_of_customers_making_80pct_revenue: number };
  rfm: { customers: { customer_id: string; tier: string }[] };
}

/** The reference was computed with pandas from the same file; it calls the tiers by other names. */
const names: { [name: string]: string } = { Platinum: 'platinum', Gold: 'gold', Silver: 'iron', Bronze: 'lead' };

function histories(): Map<string, History> {
  const byCustomer = new Map<string, History>();
  for (const row of readFileSync(salesFile, 'utf8').trim().split('\n').slice(1)) {
    const [id, date, , amount] = row.split(',') as [string, string, string, string];
    let history = byCustomer.get(id);
    if (!history) byCustomer.set(id, history = emptyHistory(id));
    history.purchases.push({ day: parseDay(date), ...goods(Math.round(Number(amount) * 100)) });
  }
  for (const { purchases } of byCustomer.values()) purchases.sort((a, b) => a.day - b.day);
  return byCustomer;
}

describe.skipIf(missing.length > 0)(`the default policy on CDNOW${missing.length > 0 ? ` (skipped: no ${missing.join(', ')})` : ''}`, () => {
  it('gives everybody the tier of the reference, also when it is replayed, and every set its size and share', () => {
    const reference = JSON.parse(readFileSync(referenceFile, 'utf8')) as Reference;
    const customers = histories();
    const asOf = parseDay('1998-06-30');
    const cuts = percentileCuts(defaultPolicy, [...customers.values()], asOf);
    const tiers = new Map([...customers].map(([id, history]) => [id, tierHeld(history, defaultPolicy, cuts, asOf, null).tier]));
    const spendOf = ({ purchases }: History): number => purchases.reduce((sum, { netSpend }) => sum + netSpend, 0);

    for (const [name, expected] of Object.entries(reference.tiers.tiers)) {
      const members = [...customers.values()].filter(({ customerId }) => tiers.get(customerId) === names[name]);
      expect(members).toHaveLength(expected.customers);
      expect(members.reduce((sum, history) => sum + spendOf(history), 0)).toBe(Math.round(expected.revenue * 100));
    }
    const side = { policy: defaultPolicy, cuts };
    const replay = new PolicyReplay(side, side, asOf);
    for (const history of customers.values()) replay.add(history, 0);
    const { matrix, moved, customers: replayed } = replay.result();
    expect({ moved, replayed }).toEqual({ moved: 0, replayed: customers.size });
    for (const [name, expected] of Object.entries(reference.tiers.tiers)) {
      expect(matrix.find(({ from, to }) => from === names[name] && to === names[name])).toMatchObject({ customers: expected.customers, netSpend: Math.round(expected.revenue * 100) });
    }
    expect(reference.rfm.customers.length).toBeGreaterThan(100);
    for (const { customer_id: id, tier } of reference.rfm.customers) expect([id, tiers.get(id)]).toEqual([id, names[tier]]);

    const spends = [...customers.values()].map(spendOf);
    for (const [share, expected] of Object.entries(reference.pareto.top_share)) {
      const top = topShare(spends, Number(share) * 100);
      expect(top.customers).toBe(expected.customers);
      expect(top.share).toBeCloseTo(expected.share, 9);
    }
    expect(customersMaking(spends, 0.8).customers / spends.length).toBeCloseTo(reference.pareto.share_of_customers_making_80pct_revenue, 9);
  });
});
