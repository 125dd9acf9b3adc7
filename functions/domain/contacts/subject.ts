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
  // Whose window ended a week ago still counts among the messages of that week.
  return new SubjectOfRun(history, held.tier, () => tierMoves(history, { ...rules, held, since: rules.asOf - settings.tierMoveDays - 8 }));
}

/** The same customer with only those moves that can give a reason on the day after the as-of date: enough to tell whether there is any, and cheaper. */
export function subjectOfToday(history: History, held: TierHeld, { policy, cuts, asOf, fall }: SubjectRules, settings: ContactSettings): ContactSubject {
  return new SubjectOfRun(history, held.tier, () => movesNow(history, { policy, cuts, asOf, held, since: asOf - settings.tierMoveDays - 1, ...(fall !== undefined && { fall }) }));
}

class SubjectOfRun implements ContactSubject {
  #moves: readonly TierMove[] | null = null;

  constructor(readonly history: History, readonly tier: string | null, private readonly find: () => readonly TierMove[]) {}

  get tierMoves(): readonly TierMove[] {
    return this.#moves ??= this.find();
  }
}
