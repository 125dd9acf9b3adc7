import type { Day } from '../calendar.ts';
import type { Answer } from '../history.ts';

/** Business days from `from` up to, but not including, `to`. */
export interface DayWindow { from: Day; to: Day }

/**
 * The answers of one customer that count in a window: the latest of each metric and ballot, so that nobody votes twice.
 * Of two answers on one day the later in her history counts.
 */
export function latestAnswers(history: { answers: readonly Answer[] }, window: DayWindow): Answer[] {
  const latest = new Map<string, Answer>();
  for (const answer of history.answers) {
    if (answer.day < window.from || answer.day >= window.to) continue;
    const key = `${answer.metric} ${answer.ballot}`;
    const earlier = latest.get(key);
    if (earlier === undefined || earlier.day <= answer.day) latest.set(key, answer);
  }
  return [...latest.values()];
}
