import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { parseDay, type Day } from '../../../../functions/domain/calendar.ts';
import { emptyHistory, type History } from '../../../../functions/domain/history.ts';
import { asSeenOn } from '../../../../functions/domain/tiers/as-seen-on.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { tierHeld } from '../../../../functions/domain/tiers/standing.ts';
import { movesNow, tierMoves, type TierMove } from '../../../../functions/domain/tiers/tier-moves.ts';
import { purchase } from '../lifecycle/people.ts';

// Gold from 5,000 yuan in twelve months, kept with 3,500.
const policy = { ...presets.cards, downgrade: { review: 'nightly' as const, graceDays: 0, stepsPerReview: 1 } };
const day = parseDay('2026-03-10');
/** No rank is asked for. */
const cuts = { asOf: day, cuts: {} };
const buyer = (...purchases: [Day, number][]): History => ({ ...emptyHistory('C1'), homeStore: 'S01', enrolledOn: day - 700, purchases: purchases.map(([on, netSpend]) => purchase(on, netSpend)) });
const rules = (history: History, asOf: Day, since: Day) => ({ policy, cuts, asOf, since, held: tierHeld(history, policy, cuts, asOf, null) });
const seen = (history: History, asOf: Day, back = 14) => {
  const then = asSeenOn(history, asOf);
  return tierMoves(then, rules(then, asOf, asOf - back));
};

describe('a tier is near', () => {
  it('from the purchase that brings it within two usual visits, and no longer once she has it', () => {
    const history = buyer([day - 40, 110_000], [day - 20, 110_000], [day, 110_000], [day + 3, 200_000]);
    expect(seen(history, day - 1)).toEqual([]);
    expect(seen(history, day)).toEqual([{ direction: 'upgrade', tier: 'gold', amount: 170_000, deadline: day - 40 + 364, knownOn: day, voidFrom: null }]);
    expect(seen(history, day + 2)).toMatchObject([{ knownOn: day, voidFrom: null }]);
    expect(seen(history, day + 3).filter(({ direction }) => direction === 'upgrade')).toMatchObject([{ tier: 'gold', knownOn: day, voidFrom: day + 4 }]);
  });

  it('to be lost from sixty days before the fall, or from the purchase that moved the fall', () => {
    const history = buyer([day, 500_000]);
    // The purchase leaves the window of twelve months on 10 March 2027.
    const fall = parseDay('2027-03-10');
    expect(seen(history, fall - 61)).toEqual([]);
    expect(seen(history, fall - 60)).toEqual([{ direction: 'downgrade', tier: 'gold', amount: 350_000, deadline: fall, knownOn: fall - 60, voidFrom: null }]);
    expect(seen(history, fall - 50)).toMatchObject([{ knownOn: fall - 60 }]);
    expect(seen(buyer([day, 500_000], [fall - 40, 350_000]), fall - 40)).toMatchObject([]);
    expect(seen(buyer([day, 500_000], [fall - 55, 350_000]), fall - 55)).toMatchObject([{ direction: 'downgrade', knownOn: fall - 60, voidFrom: fall - 54 }]);
  });
});

const bought = fc.array(fc.tuple(fc.integer({ min: 0, max: 420 }), fc.integer({ min: 5_000, max: 260_000 })), { minLength: 1, maxLength: 12 })
  .map((list) => buyer(...[...new Map(list)].sort(([a], [b]) => a - b).map(([offset, spend]): [Day, number] => [day + offset, spend])));
const named = ({ direction, tier, deadline, knownOn }: TierMove) => (direction === 'upgrade' ? `up ${tier} ${knownOn}` : `down ${tier} ${deadline}`);

describe('whatever she buys, a move', () => {
  it('keeps the day it was known on, night after night', () => {
    fc.assert(fc.property(bought, (history) => {
      const first = new Map<string, Day>();
      for (let asOf = day; asOf < day + 440; asOf++) {
        for (const move of seen(history, asOf)) {
          if (!first.has(named(move))) first.set(named(move), move.knownOn);
          expect([move.knownOn, move.knownOn <= asOf]).toEqual([first.get(named(move)), true]);
        }
      }
    }), { numRuns: 30 });
  }, 30_000);

  it('that is near today is found by the quick look, too', () => {
    fc.assert(fc.property(bought, fc.integer({ min: 0, max: 430 }), (history, offset) => {
      const asOf = day + offset;
      const then = asSeenOn(history, asOf);
      const quick = new Set(movesNow(then, rules(then, asOf, asOf - 7)).map(({ direction, tier }) => `${direction} ${tier}`));
      const near = tierMoves(then, rules(then, asOf, asOf - 7)).filter(({ voidFrom }) => voidFrom === null).map(({ direction, tier }) => `${direction} ${tier}`);
      expect(near.filter((move) => !quick.has(move))).toEqual([]);
    }), { numRuns: 400 });
  });
});
