import type { Day } from '../calendar.ts';
import type { Answer, History } from '../history.ts';

/** Business days from `from` up to, but not including, `to`. */
export interface DayWindow { from: Day; to: Day }

/**
 * The answers of one customer that count in a window: the latest of each metric, so that nobody votes twice.
 * Of two answers on one day the later in her history counts.
 */
export function latestAnswers(history: Pick<History, 'answers'>, window: DayWindow): Answer[] {
  const latest = new Map<string, Answer>();
  for (const answer of history.answers) {
    if (answer.day < window.from || answer.day >= window.to) continue;
    const earlier = latest.get(answer.metric);
    if (earlier === undefined || earlier.day <= answer.day) latest.set(answer.metric, answer);
  }
  return [...latest.values()];
}
