import { affinity, type Bought, type Together } from './together.ts';

/** Why something is recommended, with what a sentence needs: others bought it with what she has, or she keeps buying this category. */
export type RecommendationReason =
  | { code: 'bought-together'; because: string; customers: number }
  | { code: 'own-habit'; times: number; lastOn: number };
export interface Recommendation { what: string; score: number; reason: RecommendationReason }

/**
 * The items a customer is most likely to like next: those that customers with her taste kept, best first.
 * What she has already, and what she brought back, is never among them.
 */
export function recommendItems(bought: readonly Bought[], counts: Together, most = 5): Recommendation[] {
  const known = new Set(bought.map(({ item }) => item));
  const kept = new Set(bought.filter(({ returned }) => !returned).map(({ item }) => item));
  const scores = new Map<string, { score: number; strongest: number; because: string }>();
  for (const item of kept) {
    for (const other of counts.pairs.get(item)?.keys() ?? []) {
      if (known.has(other)) continue;
      const strength = affinity(counts, item, other);
      const before = scores.get(other) ?? { score: 0, strongest: 0, because: item };
      scores.set(other, {
        score: before.score + strength,
        strongest: Math.max(strength, before.strongest),
        because: strength > before.strongest ? item : before.because,
      });
    }
  }
  const all = [...scores].map(([what, { score, because }]): Recommendation => (
    { what, score, reason: { code: 'bought-together', because, customers: counts.pairs.get(because)!.get(what)! } }
  ));
  return best(all, most);
}

/**
 * The categories a customer is most likely to buy next: her own habit first, then what customers like her buy besides, for which up to half of the places are kept.
 * A category from which she brought back more than she kept is not among them.
 * `counts` counts categories in place of items; a habit loses half its weight in `halfLifeDays`.
 */
export function recommendCategories(bought: readonly Bought[], counts: Together, asOf: number, most = 3, halfLifeDays = 180): Recommendation[] {
  const habits = new Map<string, { times: number; returned: number; lastOn: number; weight: number }>();
  for (const { category, day, returned } of bought) {
    if (category === null) continue;
    const habit = habits.get(category) ?? { times: 0, returned: 0, lastOn: -Infinity, weight: 0 };
    if (returned) habit.returned += 1;
    else {
      habit.times += 1;
      habit.lastOn = Math.max(habit.lastOn, day);
      habit.weight += 0.5 ** ((asOf - day) / halfLifeDays);
    }
    habits.set(category, habit);
  }
  const liked = [...habits].filter(([, { times, returned }]) => times > returned);
  const total = liked.reduce((sum, [, { weight }]) => sum + weight, 0);
  const own = liked.map(([what, { times, lastOn, weight }]): Recommendation => ({ what, score: 1 + weight / total, reason: { code: 'own-habit', times, lastOn } }));
  const neighbours = recommendItems(
    bought.flatMap(({ category, ...rest }) => (category === null ? [] : [{ ...rest, item: category, category, returned: !liked.some(([what]) => what === category) }])),
    counts, most,
  );
  const others = neighbours.slice(0, Math.max(Math.floor(most / 2), most - own.length));
  return [...best(own, most - others.length), ...others];
}

function best(list: Recommendation[], most: number): Recommendation[] {
  return list.sort((a, b) => b.score - a.score || (a.what < b.what ? -1 : 1)).slice(0, most);
}
