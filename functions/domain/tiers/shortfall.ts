import type { Day } from '../calendar.ts';
import type { CompiledCriterion, CompiledRule } from './compiled-policy.ts';
import { measured, type Values } from './measured.ts';
import type { CriterionName } from './policy.ts';
import type { QualifyingRecord } from './qualifying-record.ts';
import { cutFor, isRanked, type Subject } from './subject.ts';

/** How much of each criterion is missing to meet a rule in its easiest way. A rank is missing as net spend. */
export type Shortfall = Partial<{ [name in CriterionName]: number }>;

/** The least that meets a rule, and the place of that rule among those asked about. */
export interface Least { shortfall: Shortfall; rule: number }

/**
 * The least that meets one of the rules at the close of `day` if nothing else happens; null when nothing she could do would.
 * Least in this order: what no purchase gives, money, units, tickets, occasions. So any smaller amount meets none of them.
 */
export function leastShortfall(subject: Subject, rules: readonly CompiledRule[], day: Day): Least | null {
  const values = measured(joiningOn(day, subject.record), subject.policy, day);
  let least: Least | null = null;
  for (const [rule, { ways }] of rules.entries()) {
    for (const way of ways) {
      const shortfall = shortfallOf(subject, way, values);
      if (shortfall !== null && (least === null || compareEffort(subject, shortfall, least.shortfall) < 0)) least = { shortfall, rule };
    }
  }
  return least;
}

/** Whether two answers ask for the same. */
export function sameShortfall(a: Least | null, b: Least | null): boolean {
  if (a === null || b === null) return a === b;
  const names = Object.keys({ ...a.shortfall, ...b.shortfall }) as CriterionName[];
  return names.every((name) => a.shortfall[name] === b.shortfall[name]);
}

/** Whoever is no member yet becomes one by buying, and her membership years begin then. */
function joiningOn(day: Day, record: QualifyingRecord): QualifyingRecord {
  return record.memberFrom === null ? { ...record, anchor: day } : record;
}

function shortfallOf(subject: Subject, way: readonly CompiledCriterion[], values: Values): Shortfall | null {
  const shortfall: Shortfall = {};
  const need = (name: CriterionName, amount: number): void => {
    if (amount > 0) shortfall[name] = Math.max(shortfall[name] ?? 0, amount);
  };
  // Membership begins with a purchase, without which even an empty rule is not met.
  if (subject.record.memberFrom === null) need('occasions', 1);
  for (const criterion of way) {
    const value = values[criterion.measure]! || 0;
    const name = criterion.source.criterion;
    if (name === 'membership-months' && value < criterion.atLeast) return null;
    if (criterion.cut === null) need(name, criterion.atLeast - value);
    else {
      const cut = cutFor(subject, criterion);
      if (cut === null) return null;
      need('net-spend', cut.netSpend + (subject.customerId <= cut.customerId! ? 0 : 1) - value);
      if (!isRanked(subject, criterion)) need('occasions', 1);
    }
  }
  return shortfall;
}

function compareEffort(subject: Subject, a: Shortfall, b: Shortfall): number {
  const [x, y] = [effort(subject, a), effort(subject, b)];
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
  return 0;
}

/** What it takes, hardest first. A visit takes a ticket, a ticket a unit, and margin or points take spend. */
function effort({ policy }: Subject, shortfall: Shortfall): number[] {
  const of = (name: CriterionName): number => shortfall[name] ?? 0;
  const money = Math.max(of('net-spend'), of('gross-margin'), of('points') * policy.policy.points.spendPerPoint);
  const tickets = Math.max(of('tickets'), of('occasions'));
  return [
    of('credit-rating'), of('standing'), of('satisfaction'), of('referrals'),
    money, Math.max(of('units'), tickets), tickets, of('occasions'), of('net-spend'), of('gross-margin'), of('points'), of('units'), of('tickets'),
  ];
}
