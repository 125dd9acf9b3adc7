import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { IdTable } from '../../../../infra/cli/clv/id-table.ts';
import { PurchaseLog } from '../../../../infra/cli/clv/purchase-log.ts';
import { summariseLog } from '../../../../infra/cli/clv/summarise-log.ts';

interface Purchase { customer: number; day: number; amount: number }

const purchases = fc.array(fc.record({ customer: fc.integer({ min: 0, max: 4 }), day: fc.integer({ min: 100, max: 160 }), amount: fc.integer({ min: 0, max: 500 }) }), { minLength: 1, maxLength: 60 });

function summarised(rows: readonly Purchase[], end: number, holdoutDays: number) {
  const names = Buffer.from('abcde');
  const ids = new IdTable(names);
  for (let i = 0; i < names.length; i++) ids.numberOf(i, i + 1);
  const log = new PurchaseLog(1, false);
  for (const { customer, day, amount } of rows) log.add(customer, day, amount);
  [log.firstDay, log.lastDay] = [Math.min(...rows.map(({ day }) => day)), Math.max(...rows.map(({ day }) => day))];
  const { summaries: { length, frequency, recency, age, monetaryValue }, holdout, idOf } = summariseLog(log, ids, end, holdoutDays, true, null);
  return Array.from({ length }, (_, i) => ({
    id: idOf(i), frequency: frequency[i], recency: recency[i], age: age[i], monetaryValue: monetaryValue[i],
    ...(holdout && { occasions: holdout.occasions[i], spend: holdout.spend[i] }),
  }));
}

/** The same by the definition, customer by customer. */
function byDefinition(rows: readonly Purchase[], end: number, holdoutDays: number) {
  return [0, 1, 2, 3, 4].flatMap((customer) => {
    const own = rows.filter((row) => row.customer === customer);
    const daysOf = (some: readonly Purchase[]) => [...new Set(some.map(({ day }) => day))].sort((one, other) => one - other);
    const spendOf = (some: readonly Purchase[]) => some.reduce((sum, { amount }) => sum + amount, 0);
    const days = daysOf(own.filter(({ day }) => day <= end));
    if (days.length === 0) return [];
    const later = own.filter(({ day }) => day > end && day <= end + holdoutDays);
    return [{
      id: 'abcde'[customer]!, frequency: days.length - 1, recency: (days.at(-1)! - days[0]!) / 7, age: (end - days[0]!) / 7,
      monetaryValue: days.length === 1 ? 0 : spendOf(own.filter(({ day }) => day > days[0]! && day <= end)) / (days.length - 1),
      ...(holdoutDays > 0 && { occasions: daysOf(later).length, spend: spendOf(later) }),
    }];
  });
}

describe('purchases of a file', () => {
  it('are summarised by the definition, in whatever order they stand', () => {
    fc.assert(fc.property(purchases, fc.integer({ min: 100, max: 165 }), fc.constantFrom(0, 5, 60), (rows, end, holdoutDays) => {
      const expected = byDefinition(rows, end, holdoutDays);
      expect(summarised(rows, end, holdoutDays)).toEqual(expected);
      expect(summarised(rows.toSorted((one, other) => one.day - other.day), end, holdoutDays)).toEqual(expected);
      expect(summarised(rows.toSorted((one, other) => other.customer - one.customer || one.day - other.day), end, holdoutDays)).toEqual(expected);
    }), { numRuns: 300 });
  });
});
