import { addMonths, type Day } from '../calendar.ts';
import type { Goods, History } from '../history.ts';
import type { Policy } from '../tiers/policy.ts';
import type { TierChange } from '../tiers/standing.ts';
import { PointsLots } from './points-lots.ts';
import { pointsFor, valueOfPoints } from './points-value.ts';

/** One line of the account; `amount` is the money behind it: a voucher's value, or what a refund was reduced by. */
export interface PointsEntry { on: Day; kind: 'purchase' | 'return' | 'voucher' | 'expiry' | 'refund-reduced'; points: number; amount: number }

export interface PointsAccount {
  /** Points that qualify for tiers: of goods she kept, without multiplier, never spent and never expiring. */
  earned: number;
  /** Points she can spend: the sum of the entries. Below zero only where the policy lets a return leave her owing. */
  spendable: number;
  entries: PointsEntry[];
  expiring: { on: Day; points: number }[];
  /** Vouchers her points did not cover on their day; they take no points. */
  refused: { on: Day; points: number; amount: number }[];
}

/** What happened to the points on a day, in the order in which one day's events are booked. */
const order = ['expiry', 'purchase', 'return', 'voucher'] as const;
type Happening = { on: Day; what: (typeof order)[number]; id: string; book: () => void };

/**
 * The points account of a customer at the close of `asOf`, from her goods, returns and vouchers.
 * Goods earn at the multiplier of the tier she held the evening before, so no purchase doubles its own points.
 * A return takes back what its goods earned; what of it is spent already reduces the refund, or is owed, as the policy says.
 */
export function pointsAccount(history: History, policy: Policy, changes: readonly TierChange[], asOf: Day): PointsAccount {
  const book = new AccountBook(policy);
  for (const [key, lot] of lotsOf(history, asOf)) {
    const multiplier = multiplierBefore(lot.on, policy, changes);
    const expiresOn = policy.points.expiryMonths === null ? Infinity : addMonths(lot.on, policy.points.expiryMonths);
    book.plan(lot.on, 'purchase', key, () => book.purchase(key, lot.on, expiresOn, pointsFor(lot.bought, policy.points, multiplier)));
    book.plan(expiresOn, 'expiry', '', () => book.expire(expiresOn));
    let kept = lot.bought;
    for (const [on, netSpend] of [...lot.returned].sort(([a], [b]) => a - b)) {
      const before = pointsFor(kept, policy.points, multiplier);
      kept -= netSpend;
      const after = pointsFor(kept, policy.points, multiplier);
      book.plan(on, 'return', key, () => book.takeBack(key, on, before - after));
    }
  }
  for (const { day, points, amount } of history.redemptions) book.plan(day, 'voucher', String(points).padStart(12, '0'), () => book.voucher(day, points, amount));
  return { earned: earnedPoints(history, policy, asOf), ...book.closedAt(asOf) };
}

/** What was bought on one day before anything came back, and what came back on which day. */
interface BoughtLot { on: Day; bought: number; returned: Map<Day, number> }

function lotsOf(history: History, asOf: Day): Map<string, BoughtLot> {
  const lots = new Map<string, BoughtLot>();
  const lotAt = (on: Day): BoughtLot => {
    const key = String(on);
    let lot = lots.get(key);
    if (!lot) lots.set(key, lot = { on, bought: 0, returned: new Map() });
    return lot;
  };
  for (const goods of history.purchases) if (goods.day <= asOf) lotAt(goods.day).bought += qualifying(goods);
  for (const goods of history.returns) {
    if (goods.soldOn > asOf) continue;
    const lot = lotAt(goods.soldOn);
    lot.bought += qualifying(goods);
    lot.returned.set(goods.returnedOn, (lot.returned.get(goods.returnedOn) ?? 0) + qualifying(goods));
  }
  return lots;
}

function earnedPoints(history: History, policy: Policy, asOf: Day): number {
  let earned = 0;
  for (const { bought, returned } of lotsOf(history, asOf).values()) {
    const kept = [...returned].reduce((left, [day, netSpend]) => (day <= asOf ? left - netSpend : left), bought);
    earned += pointsFor(kept, policy.points, 1);
  }
  return earned;
}

function qualifying({ netSpend, excludedSpend }: Goods): number {
  return netSpend - excludedSpend;
}

function multiplierBefore(day: Day, { ladder }: Policy, changes: readonly TierChange[]): number {
  const tier = changes.findLast(({ on }) => on < day)?.to;
  return ladder.find(({ id }) => id === tier)?.benefits.pointsMultiplier ?? 1;
}

class AccountBook {
  readonly #lots = new PointsLots();
  readonly #entries: PointsEntry[] = [];
  readonly #refused: PointsAccount['refused'] = [];
  readonly #happenings: Happening[] = [];
  #owed = 0;

  constructor(private readonly policy: Policy) {}

  plan(on: Day, what: Happening['what'], id: string, book: () => void): void {
    this.#happenings.push({ on, what, id, book });
  }

  purchase(key: string, on: Day, expiresOn: Day, points: number): void {
    const paidBack = Math.min(this.#owed, points);
    this.#owed -= paidBack;
    this.#lots.grant({ key, on, expiresOn, left: points - paidBack, expired: 0 });
    this.#enter(on, 'purchase', points);
  }

  takeBack(key: string, on: Day, points: number): void {
    const lot = this.#lots.find(key);
    // Points that expired unspent are gone already and gave her nothing.
    const due = points - Math.min(points, lot?.expired ?? 0);
    if (lot) lot.expired -= points - due;
    const missing = due - this.#lots.take(due, lot);
    this.#enter(on, 'return', -due);
    if (missing === 0) return;
    if (this.policy.points.spentBeforeReturn === 'owed') this.#owed += missing;
    else this.#enter(on, 'refund-reduced', missing, valueOfPoints(missing, this.policy.points));
  }

  voucher(on: Day, points: number, amount: number): void {
    if (this.#owed > 0 || points > this.#lots.spendable) this.#refused.push({ on, points, amount });
    else this.#enter(on, 'voucher', -this.#lots.take(points), amount);
  }

  expire(on: Day): void {
    this.#enter(on, 'expiry', -this.#lots.expire(on));
  }

  closedAt(asOf: Day): Omit<PointsAccount, 'earned'> {
    const due = this.#happenings.filter(({ on }) => on <= asOf);
    due.sort((a, b) => a.on - b.on || order.indexOf(a.what) - order.indexOf(b.what) || (a.id < b.id ? -1 : Number(a.id > b.id)));
    for (const { book } of due) book();
    return { spendable: this.#lots.spendable - this.#owed, entries: this.#entries, expiring: this.#lots.expiring(), refused: this.#refused };
  }

  #enter(on: Day, kind: PointsEntry['kind'], points: number, amount = 0): void {
    if (points !== 0) this.#entries.push({ on, kind, points, amount });
  }
}
