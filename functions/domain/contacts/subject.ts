import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { CustomerFile } from '../ledger/fold-file.ts';

/** A tier that a customer is about to reach or to lose. */
export interface TierMove {
  direction: 'upgrade' | 'downgrade';
  /** The tier she would be in afterwards. */
  tier: string;
  /** Minor units still to be spent until the deadline, to get there or to stay. */
  amount: number;
  deadline: Day;
  /** The day on which this was first known. */
  knownOn: Day;
}

/** All that the contact plan looks at about one customer. */
export interface ContactSubject {
  history: History;
  file: CustomerFile;
  tier: string;
  /** Spendable points. */
  points: number;
  storeName: string;
  tierMoves: readonly TierMove[];
  /** When she came to the shop, as the associates noted; hour of the business day. */
  visits: readonly { day: Day; hour: number }[];
  /** Business days on which a complaint of hers was resolved. */
  complaintsResolvedOn: readonly Day[];
}
