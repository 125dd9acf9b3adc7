import { addMonths, dayAt, partsOf, type Day } from '../../../../functions/domain/calendar.ts';
import type { Goods, History } from '../../../../functions/domain/history.ts';
import type { Criterion, Policy, Review, Rule, Window } from '../../../../functions/domain/tiers/policy.ts';

/**
 * The tier rules told a second time in the plainest way: every single day, every fact, no sums kept.
 * Far too slow to use, and a check on the engine that goes from change to change. Knows no overrides and no ranks.
 */
export function tierDayByDay(history: History, policy: Policy, asOf: Day): string | null {
  let rung = -1;
  let failedOn: Day | null = null;
  const first = Math.min(history.enrolledOn ?? Infinity, ...keptOn(history, -Infinity).map(({ day }) => day));
  for (let day = first; day <= asOf; day++) {
    const goods = keptOn(history, policy.returns === 'undo' ? asOf : day);
    const memberFrom = Math.min(history.enrolledOn ?? Infinity, goods[0]?.day ?? Infinity);
    if (day < memberFrom) { rung = -1; failedOn = null; continue; }
    const anchor = memberFrom;
    const meets = (rule: Rule): boolean => {
      if ('all' in rule) return rule.all.every(meets);
      return 'any' in rule ? rule.any.some(meets) : isMet(rule, history, goods, anchor, day, policy);
    };
    const entered = policy.ladder.findLastIndex(({ entry }) => meets(entry));
    const keeps = (place: number): boolean => place <= entered || place === -1 || meets(policy.ladder[place]!.keep ?? policy.ladder[place]!.entry);
    if (entered > rung && (rung === -1 || isReview(policy.upgrade.review, day, anchor))) { rung = entered; failedOn = null; }
    if (!isReview(policy.downgrade.review, day, anchor)) continue;
    if (keeps(rung)) { failedOn = null; continue; }
    failedOn ??= day;
    if (day < failedOn + policy.downgrade.graceDays) continue;
    let target = rung - 1;
    while (!keeps(target)) target--;
    rung = Math.max(target, rung - (policy.downgrade.stepsPerReview ?? 99));
    failedOn = null;
  }
  return policy.ladder[rung]?.id ?? null;
}

function keptOn(history: History, knownOn: Day): (Goods & { day: Day })[] {
  const notYetBack = history.returns.filter(({ returnedOn }) => returnedOn > knownOn).map((goods) => ({ ...goods, day: goods.soldOn }));
  return [...history.purchases, ...notYetBack].sort((a, b) => a.day - b.day);
}

function isReview(review: Review, day: Day, anchor: Day): boolean {
  const { year, month, date } = partsOf(day + 1);
  if (review === 'monthly') return date === 1;
  if (review === 'yearly') return date === 1 && month === 1;
  return review === 'nightly' || addMonths(anchor, 12 * (year - partsOf(anchor).year)) === day + 1;
}

function startOf(window: Window, day: Day, anchor: Day): Day {
  const { year } = partsOf(day);
  if (window.kind === 'rolling') return addMonths(day + 1, -window.months);
  if (window.kind === 'calendar-year') return dayAt(year, 1, 1);
  if (window.kind === 'lifetime') return -Infinity;
  const years = year - partsOf(anchor).year;
  return [addMonths(anchor, 12 * years), addMonths(anchor, 12 * (years - 1))].find((start) => start <= day)!;
}

function isMet(criterion: Criterion, history: History, goods: (Goods & { day: Day })[], anchor: Day, today: Day, policy: Policy): boolean {
  if (criterion.criterion === 'top-percent') throw new Error('ranks are judged elsewhere');
  const from = 'window' in criterion ? startOf(criterion.window, today, anchor) : 0;
  const inWindow = <T extends { day: Day }>(list: T[]): T[] => list.filter(({ day }) => day >= from && day <= today);
  const sum = (of: (g: Goods) => number): number => inWindow(goods).reduce((total, g) => total + of(g), 0);
  const values = {
    'net-spend': () => sum((g) => g.netSpend - g.excludedSpend),
    'gross-margin': () => sum((g) => g.knownMargin),
    tickets: () => sum((g) => g.tickets),
    units: () => sum((g) => g.units),
    points: () => sum((g) => Math.floor((g.netSpend - g.excludedSpend) / policy.points.spendPerPoint)),
    occasions: () => new Set(inWindow(goods).map(({ day }) => day)).size,
    referrals: () => inWindow(history.referrals.map((day) => ({ day }))).length,
    satisfaction: () => inWindow(history.answers).sort((a, b) => a.day - b.day).map(({ score }) => (score - 1) * 25).at(-1) ?? -1,
    'membership-months': () => { let months = 0; while (addMonths(anchor, months + 1) <= today) months++; return months; },
    'credit-rating': () => history.creditRating ?? 0,
    standing: () => history.standing ?? 0,
  };
  return values[criterion.criterion]() >= criterion.atLeast;
}
