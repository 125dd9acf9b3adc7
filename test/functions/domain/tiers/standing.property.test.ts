import fc from '../../../support/property.ts';
import { describe, expect, it, vi } from 'vitest';
import { tierHeld, tierStanding } from '../../../../functions/domain/tiers/standing.ts';
import { noCuts } from './build-history.ts';
import { tierDayByDay } from './day-by-day.ts';
import { someDay, someHistory, someOverrides, somePolicy } from './random-customers.ts';

// Thousands of cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const often = { numRuns: 1500, interruptAfterTimeLimit: 20_000 };
/** Looking at every day is slow. */
const seldom = { numRuns: 400, interruptAfterTimeLimit: 60_000 };

describe('for any customer, policy and day', () => {
  it('the tier is the one found by looking at every single day', () => {
    fc.assert(fc.property(someHistory, somePolicy, someDay, (history, policy, asOf) => {
      expect(tierHeld(history, policy, noCuts, asOf, null).tier).toBe(tierDayByDay(history, policy, asOf));
    }), seldom);
  });

  it('the short answer is the long one', () => {
    fc.assert(fc.property(someHistory, someOverrides, somePolicy, someDay, (facts, overrides, policy, asOf) => {
      const history = { ...facts, overrides };
      const { tier, since } = tierStanding(history, policy, noCuts, asOf, null);
      expect(tierHeld(history, policy, noCuts, asOf, null)).toEqual({ tier, since });
    }), often);
  });

  it('the history of changes says for each day the tier that was in force on it', () => {
    fc.assert(fc.property(someHistory, someOverrides, somePolicy, someDay, fc.integer({ min: 0, max: 400 }), (facts, overrides, policy, asOf, ago) => {
      const history = { ...facts, overrides };
      const { changes } = tierStanding(history, policy, noCuts, asOf, null);
      const change = changes.findLast(({ on }) => on <= asOf - ago);
      expect({ tier: change?.to ?? null, since: change?.on ?? null }).toEqual(tierHeld(history, policy, noCuts, asOf - ago, null));
      expect(changes.every(({ from, to }, i) => from !== to && from === (changes[i - 1]?.to ?? null))).toBe(true);
    }), often);
  });

  it('the order in which returns, referrals, answers and overrides arrive does not matter', () => {
    fc.assert(fc.property(someHistory, someOverrides, somePolicy, someDay, (facts, overrides, policy, asOf) => {
      const history = { ...facts, overrides };
      const reversed = {
        ...history, returns: history.returns.toReversed(), referrals: history.referrals.toReversed(),
        answers: history.answers.toReversed(), overrides: overrides.toReversed(),
      };
      expect(tierStanding(reversed, policy, noCuts, asOf, null)).toEqual(tierStanding(history, policy, noCuts, asOf, null));
    }), often);
  });

  it('a return of everything she ever bought undoes it, where returns undo', () => {
    fc.assert(fc.property(someHistory, somePolicy, someDay, (facts, policy, asOf) => {
      const undo = { ...policy, returns: 'undo' as const };
      const back = facts.purchases.filter(({ day }) => day <= asOf).map(({ day, ...goods }) => ({ ...goods, soldOn: day, returnedOn: Math.max(day, asOf) }));
      const returned = { ...facts, purchases: [], returns: back };
      const never = { ...facts, purchases: [], returns: [] };
      expect(tierHeld(returned, undo, noCuts, asOf, null).tier).toBe(tierHeld(never, undo, noCuts, asOf, null).tier);
    }), often);
  });
});
