import type { History } from '../history.ts';
import { tierMoves, type TierMove, type TierMoveRules } from '../tiers/tier-moves.ts';
import type { TierHeld } from '../tiers/standing.ts';
import type { ContactSettings } from './settings.ts';

/** All that the contact plan looks at about one customer. Her name and language are not among it: they are needed only for the text. */
export interface ContactSubject {
  history: History;
  tier: string | null;
  /** The moves between tiers that were near lately. */
  readonly tierMoves: readonly TierMove[];
}

/** A customer as a run knows her. Her moves are worked out when they are first asked for, because most are let go before. */
export function contactSubject(history: History, held: TierHeld, rules: Omit<TierMoveRules, 'held' | 'since'>, settings: ContactSettings): ContactSubject {
  let moves: readonly TierMove[] | null = null;
  return {
    history, tier: held.tier,
    get tierMoves() {
      // Whose window ended a week ago still counts among the messages of that week.
      return moves ??= tierMoves(history, { ...rules, held, since: rules.asOf - settings.tierMoveDays - 7 });
    },
  };
}
