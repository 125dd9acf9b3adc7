import type { Day } from '../calendar.ts';
import { changeDays } from './change-days.ts';
import type { CompiledPolicy, CompiledRule } from './compiled-policy.ts';
import { measured, meets, type Values } from './measured.ts';
import type { QualifyingRecord } from './qualifying-record.ts';
import { reviewFrom } from './review-dates.ts';

/** A tier is held as its place in the ladder; below the lowest is no tier. */
export type Rung = number;
export const noTier: Rung = -1;

/** A step on the way, at the close of day `on`. */
export interface Step { on: Day; from: Rung; to: Rung; cause: 'entry-met' | 'keep-failed' }

/** Rules that hold somebody who would otherwise fall, or fall further. */
export const softeningRules = ['grace', 'keep', 'stepLimit'] as const;
export type SofteningRule = (typeof softeningRules)[number];

/**
 * Follows one record through time: up at upgrade reviews, down at downgrade reviews after the grace period.
 * Goes from change to change, so its cost is that of the facts, not of the days.
 */
export class TierWalk {
  readonly steps: Step[] = [];
  rung: Rung = noTier;
  /** Review at which the keep rule failed first, while she is in grace. */
  failedOn: Day | null = null;
  /** Which rules have held her so far; one that has not makes no difference to her. */
  readonly softenedBy: { [rule in SofteningRule]: boolean } = { grace: false, keep: false, stepLimit: false };

  #days: Day[] = [];
  #next = 0;
  #settled: Day = -Infinity;

  /** A walk over `record` that can be advanced up to day `horizon`. */
  constructor(private record: QualifyingRecord, private readonly policy: CompiledPolicy, private readonly horizon: Day) {
    this.learn(record);
  }

  /** Goes on with another record from the day after the last one walked, keeping the tier reached so far. */
  learn(record: QualifyingRecord): void {
    this.record = record;
    this.#days = changeDays(record, this.policy, this.horizon);
    this.#next = 0;
  }

  /** Walks up to the close of `day`. */
  advance(day: Day): void {
    this.#leave(Math.min(day, (this.record.memberFrom ?? Infinity) - 1));
    while (this.#settled < day) {
      while (this.#days[this.#next]! <= this.#settled + 1) this.#next++;
      const last = Math.min(day, (this.#days[this.#next] ?? Infinity) - 1);
      this.#settle(this.#settled + 1, last);
      this.#settled = last;
    }
  }

  /** Passes the days on which she is no member: not yet, or no more because she never enrolled and has brought everything back. */
  #leave(until: Day): void {
    if (this.#settled >= until) return;
    if (this.rung !== noTier) this.#step(this.#settled + 1, noTier, 'keep-failed');
    this.#settled = until;
  }

  /** Judges the days `from` to `to`, on which no value changes. */
  #settle(from: Day, to: Day): void {
    const values = measured(this.record, this.policy, from);
    const reached = highestEntered(this.policy, values);
    let day = from;
    while (day <= to) {
      if (reached > this.rung) return this.#rise(day, to, reached);
      if (reached === this.rung || this.#keeps(this.rung, values)) return this.#clearGrace(day, to);
      const fallsOn = this.#fallsOn(day, to);
      if (fallsOn > to) return;
      this.#step(fallsOn, this.#fallsTo(reached, values), 'keep-failed');
      day = fallsOn + 1;
    }
  }

  #rise(day: Day, to: Day, reached: Rung): void {
    // Whoever has no tier is placed at once: waiting for the first review would leave a new member without any.
    const on = this.rung === noTier ? day : this.#review(this.policy.policy.upgrade.review, day);
    if (on <= to) this.#step(on, reached, 'entry-met');
    else this.#clearGrace(day, to);
  }

  #clearGrace(day: Day, to: Day): void {
    if (this.failedOn !== null && this.#review(this.policy.policy.downgrade.review, day) <= to) this.failedOn = null;
  }

  #fallsOn(day: Day, to: Day): Day {
    const { review, graceDays } = this.policy.policy.downgrade;
    const reviewed = this.#review(review, day);
    if (reviewed > to) return Infinity;
    this.failedOn ??= reviewed;
    const fallsOn = this.#review(review, Math.max(reviewed, this.failedOn + graceDays));
    if (fallsOn > reviewed) this.softenedBy.grace = true;
    return fallsOn;
  }

  #fallsTo(reached: Rung, values: Values): Rung {
    let rung = this.rung - 1;
    while (rung > reached && !this.#keeps(rung, values)) rung--;
    const lowest = this.rung - (this.policy.policy.downgrade.stepsPerReview ?? Infinity);
    if (lowest > rung) this.softenedBy.stepLimit = true;
    return Math.max(rung, lowest);
  }

  #keeps(rung: Rung, values: Values): boolean {
    const held = keeps(this.policy, rung, values);
    if (held && rung !== noTier) this.softenedBy.keep = true;
    return held;
  }

  #step(on: Day, to: Rung, cause: Step['cause']): void {
    this.steps.push({ on, from: this.rung, to, cause });
    this.rung = to;
    this.failedOn = null;
  }

  #review(review: Parameters<typeof reviewFrom>[0], day: Day): Day {
    return reviewFrom(review, day, this.record.anchor);
  }
}

/** The highest tier whose entry rule these values meet; what compares her with others is not met. */
export function highestEntered({ tiers }: CompiledPolicy, values: Values, passes: Parameters<typeof meets>[2] = never): Rung {
  for (let rung = tiers.length - 1; rung >= 0; rung--) if (meets(tiers[rung]!.entry, values, passes)) return rung;
  return noTier;
}

/** Whether these values meet the keep rule of a tier; no tier is kept by everybody. */
export function keeps({ tiers }: CompiledPolicy, rung: Rung, values: Values): boolean {
  const keep: CompiledRule | undefined = tiers[rung]?.keep;
  return keep === undefined || meets(keep, values, never);
}

function never(): boolean {
  return false;
}
