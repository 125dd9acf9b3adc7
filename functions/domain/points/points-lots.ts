import type { Day } from '../calendar.ts';

/** Points of one purchase: what is left of them to spend, and what expired unspent. */
export interface Lot { key: string; on: Day; expiresOn: Day; left: number; expired: number }

/** Points in the order they were earned; spending takes the oldest. */
export class PointsLots {
  readonly #lots: Lot[] = [];

  grant(lot: Lot): void {
    this.#lots.push(lot);
  }

  find(key: string): Lot | undefined {
    return this.#lots.find((lot) => lot.key === key);
  }

  /** Takes up to `points`, from `first` before others and otherwise the oldest first, and says how many it found. */
  take(points: number, first?: Lot): number {
    let open = points;
    for (const lot of first ? [first, ...this.#lots] : this.#lots) {
      const taken = Math.min(open, lot.left);
      lot.left -= taken;
      open -= taken;
    }
    return points - open;
  }

  /** Lets expire what can no longer be spent on `day`, and says how many points that were. */
  expire(day: Day): number {
    let expired = 0;
    for (const lot of this.#lots) {
      if (lot.expiresOn > day) continue;
      expired += lot.left;
      lot.expired += lot.left;
      lot.left = 0;
    }
    return expired;
  }

  get spendable(): number {
    return this.#lots.reduce((sum, { left }) => sum + left, 0);
  }

  /** Points still to be spent and the day from which they no longer can, soonest first. */
  expiring(): { on: Day; points: number }[] {
    return this.#lots.filter(({ left, expiresOn }) => left > 0 && expiresOn < Infinity)
      .map(({ expiresOn, left }) => ({ on: expiresOn, points: left })).sort((a, b) => a.on - b.on);
  }
}
