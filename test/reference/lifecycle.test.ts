import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../functions/domain/calendar.ts';
import { defaultLifecycleSettings } from '../../functions/domain/lifecycle/settings.ts';
import { lifecycleOf, type Stage } from '../../functions/domain/lifecycle/stage.ts';
import { buyer } from '../functions/domain/lifecycle/people.ts';

const file = fileURLToPath(new URL('../../../shared/data/cdnow_master.csv', import.meta.url));
const present = existsSync(file);

/** Customers in each stage on a day, and how many of them bought again until another. */
function stagesOn(asOf: number, until: number): Map<Stage, { customers: number; bought: number }> {
  const visits = new Map<string, Set<number>>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [customer, date] = line.split(',');
    visits.set(customer!, (visits.get(customer!) ?? new Set()).add(parseDay(date!)));
  }
  const stages = new Map<Stage, { customers: number; bought: number }>();
  for (const days of visits.values()) {
    const known = [...days].filter((day) => day <= asOf).sort((a, b) => a - b);
    const { stage } = lifecycleOf(buyer(known), null, defaultLifecycleSettings, asOf);
    const counts = stages.get(stage) ?? { customers: 0, bought: 0 };
    counts.customers += 1;
    if ([...days].some((day) => day > asOf && day <= until)) counts.bought += 1;
    stages.set(stage, counts);
  }
  return stages;
}

describe.skipIf(!present)(`lifecycle stages of CDNOW${present ? '' : ' (skipped: ../shared is not there)'}`, () => {
  // Dormant and lost are taken together: on the earlier date most of the dormant are one-time buyers, and hardly anybody is known long enough to be lost.
  it.each([['1997-12-31', '1998-03-31'], ['1998-03-31', '1998-06-30']])('on %s foretell who buys until %s: the mature most, then the growing, the drifting, and least those gone', (asOf, until) => {
    const stages = stagesOn(parseDay(asOf), parseDay(until));
    const returning = (...group: Stage[]) => {
      const counts = group.map((stage) => stages.get(stage) ?? { customers: 0, bought: 0 });
      return counts.reduce((sum, { bought }) => sum + bought, 0) / counts.reduce((sum, { customers }) => sum + customers, 0);
    };
    const shares = [returning('mature'), returning('growing'), returning('drifting'), returning('dormant', 'lost')];
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares[0]! / shares[3]!).toBeGreaterThan(6);
  });
});
