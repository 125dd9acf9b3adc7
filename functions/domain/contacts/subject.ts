import type { History } from '../history.ts';
import { movesNow, tierMoves, type TierMove, type TierMoveRules } from '../tiers/tier-moves.ts';
import type { TierHeld } from '../tiers/standing.ts';
import type { ContactSettings } from './settings.ts';

/** All that the contact plan looks at about one customer. Her name and language are not among it: they are needed only for the text. */
export interface ContactSubject {
  history: History;
  tier: string | null;
  /** The moves between tiers that were near lately. */
  readonly tierMoves: readonly TierMove[];
}

/** What a run knows besides a customer's history; `fall` is the fall of her tier that is expected, where the caller knows it already. */
export type SubjectRules = Omit<TierMoveRules, 'held' | 'since'>;

/** A customer as a run knows her. Her moves are worked out when they are first asked for, because most are let go before. */
export function contactSubject(history: History, held: TierHeld, rules: SubjectRules, settings: ContactSettings): ContactSubject {
  let moves: readonly TierMove[] | null = null;
  return {
    history, tier: held.tier,
    get tierMoves() {
      // Whose window ended a week ago still counts among the messages of that week.
      return moves ??= tierMoves(history, { ...rules, held, since: rules.asOf - settings.tierMoveDays - 7 });
    },
  };
}

/** The same customer with only those moves that can give a reason on the day after the as-of date: enough to tell whether there is any, and cheaper. */
export function subjectOfToday(history: History, held: TierHeld, rules: SubjectRules, settings: ContactSettings): ContactSubject {
  return {
    history, tier: held.tier,
    get tierMoves() {
      return movesNow(history, { ...rules, held, since: rules.asOf - settings.tierMoveDays });
    },
  };
}
