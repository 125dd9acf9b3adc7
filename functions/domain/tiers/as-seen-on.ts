import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';

/** A history without what happened after `day`; the same object when nothing did. Ratings have no date and stay as they are. */
export function asSeenOn(history: History, day: Day): History {
  const { purchases, returns, referrals, answers, overrides } = history;
  const isLater = (list: readonly { day: Day }[]): boolean => list.some((item) => item.day > day);
  const nothingLater = !isLater(purchases) && !isLater(answers) && returns.every(({ returnedOn }) => returnedOn <= day)
    && referrals.every((on) => on <= day) && overrides.every(({ from }) => from <= day) && (history.enrolledOn ?? day) <= day;
  if (nothingLater) return history;
  const stillKept = returns.filter(({ returnedOn, soldOn }) => returnedOn > day && soldOn <= day).map((goods) => ({ ...goods, day: goods.soldOn, associateId: null, categories: [] }));
  return {
    ...history,
    enrolledOn: (history.enrolledOn ?? day) <= day ? history.enrolledOn : null,
    purchases: [...purchases.filter((purchase) => purchase.day <= day), ...stillKept].sort((a, b) => a.day - b.day),
    returns: returns.filter(({ returnedOn }) => returnedOn <= day),
    answers: answers.filter((answer) => answer.day <= day),
    referrals: referrals.filter((on) => on <= day),
    overrides: overrides.filter(({ from }) => from <= day),
  };
}
