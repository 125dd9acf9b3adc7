import type { Day } from '../calendar.ts';
import type { History, Profile } from '../history.ts';
import type { CustomerRecord } from '../kpis/kpi.ts';
import { completenessOf } from '../ledger/fold-file.ts';
import type { Period } from '../periods.ts';
import { cardSale, contestReward } from '../points/staff-incentive.ts';
import type { CardPolicy } from '../tiers/policy.ts';
import { forEachMonth, type ReportMonths } from './report-months.ts';

export type EnrolmentChannel = NonNullable<Profile['obtained']> | 'unknown';

/** The customers one associate enrolled in a month: how many, how well their files are kept, and what they have brought since. Money is minor units. */
export interface Enrolments {
  enrolled: number;
  /** With name, phone and birthday, which are asked for at sign-up. */
  complete: number;
  /** How many had bought by the end of the month. */
  boughtInMonth: number;
  /** Mean completeness of their files today, 0–1; null without any. */
  completeness: number | null;
  /** By how the card was obtained: how many, how many of them have bought, and for how much. */
  channels: { channel: EnrolmentChannel; enrolled: number; bought: number; netSpend: number }[];
  /** What her enrolments earn the associate: for each card as the policy says, and the reward of the contest. */
  incentive: number;
}

/** Counts enrolments one customer after the other. */
class EnrolmentTally {
  #enrolled = 0;
  #complete = 0;
  #boughtInMonth = 0;
  #completeness = 0;
  #earned = 0;
  readonly #channels = new Map<EnrolmentChannel, { enrolled: number; bought: number; netSpend: number }>();

  constructor(private readonly card: CardPolicy, private readonly end: Day) {}

  add({ profile, birthday, purchases }: History): void {
    this.#enrolled += 1;
    if (profile.name !== null && profile.phoneEnd !== null && birthday !== null) this.#complete += 1;
    this.#completeness += completenessOf(profile);
    if (purchases.some(({ day }) => day < this.end)) this.#boughtInMonth += 1;
    this.#earned += earnedBy(profile.obtained, this.card);
    const name = profile.obtained ?? 'unknown';
    const channel = this.#channels.get(name) ?? { enrolled: 0, bought: 0, netSpend: 0 };
    channel.enrolled += 1;
    if (purchases.length > 0) channel.bought += 1;
    channel.netSpend += purchases.reduce((sum, { netSpend }) => sum + netSpend, 0);
    this.#channels.set(name, channel);
  }

  result(): Enrolments {
    const channels = [...this.#channels].map(([channel, counts]) => ({ channel, ...counts })).sort((a, b) => b.enrolled - a.enrolled || (a.channel < b.channel ? -1 : 1));
    return {
      enrolled: this.#enrolled, complete: this.#complete, boughtInMonth: this.#boughtInMonth, completeness: this.#enrolled === 0 ? null : this.#completeness / this.#enrolled, channels,
      incentive: this.#earned + contestReward(this.#complete, this.card),
    };
  }
}

/** The enrolments of each month: by associate, and of all together. */
export interface EnrolmentsByAssociate {
  associates: string[];
  of(associate: string): ReportMonths<Enrolments | null>;
  all: ReportMonths<Enrolments | null>;
}

/**
 * Counts who enrolled whom in the months of a report, among the customers of a store or of all.
 * An enrolment belongs to who made it, whoever owns the customer today; customers who only bought were not enrolled.
 */
export function enrolmentsBy(customers: Iterable<CustomerRecord>, months: ReportMonths<Period | null>, store: string | null, card: CardPolicy): EnrolmentsByAssociate {
  const fresh = () => forEachMonth(months, (period) => period && { period, tally: new EnrolmentTally(card, period.to) });
  const all = fresh();
  const each = new Map<string, typeof all>();
  for (const { history } of customers) {
    const { enrolledOn, homeStore, profile: { enrolledBy } } = history;
    if (enrolledOn === null || (store !== null && homeStore !== store)) continue;
    const own = enrolledBy === null ? null : (each.get(enrolledBy) ?? each.set(enrolledBy, fresh()).get(enrolledBy)!);
    for (const group of own ? [all, own] : [all]) forEachMonth(group, (month) => { if (month && enrolledOn >= month.period.from && enrolledOn < month.period.to) month.tally.add(history); });
  }
  const told = (group: typeof all) => forEachMonth(group, (month) => month && month.tally.result());
  return { associates: [...each].filter(([, group]) => Object.values(told(group)).some((month) => month && month.enrolled > 0)).map(([associate]) => associate), of: (associate) => told(each.get(associate) ?? fresh()), all: told(all) };
}

/** A card that was sold, or given for a large ticket, earns its seller something; other ways of getting one do not. */
function earnedBy(obtained: Profile['obtained'], card: CardPolicy): number {
  if (obtained === 'paid') return cardSale(0, card).sellerEarns;
  return obtained === 'free-by-ticket' ? cardSale(card.freeFromUnits, card).sellerEarns : 0;
}
