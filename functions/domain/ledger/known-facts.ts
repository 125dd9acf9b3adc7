import type { BusinessCalendar, Day } from '../calendar.ts';
import { compareText } from '../compare-text.ts';
import type { Fact } from './facts.ts';

/** A fact with the instant and the business day it happened on. */
export interface DatedFact { fact: Fact; at: number; day: Day }

/** The facts that had happened by the end of the as-of date, in order, and the day of the first that had not; null when there is none. */
export interface KnownFacts { known: DatedFact[]; deferredFrom: Day | null }

/** Puts facts in the order they happened and leaves out those after the as-of date. The order of `facts` does not matter. */
export function knownFacts(facts: readonly Fact[], asOf: Day, calendar: BusinessCalendar): KnownFacts {
  const known: DatedFact[] = [];
  let deferredFrom: Day | null = null;
  for (const fact of facts) {
    const at = Date.parse(fact.occurredAt);
    const day = calendar.dayOf(at);
    if (day <= asOf) known.push({ fact, at, day });
    else deferredFrom = Math.min(deferredFrom ?? day, day);
  }
  known.sort((a, b) => a.at - b.at || compareText(a.fact.id, b.fact.id));
  return { known, deferredFrom };
}
