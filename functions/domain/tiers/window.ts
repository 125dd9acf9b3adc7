import { addMonths, dayAt, partsOf, type Day } from '../calendar.ts';
import type { Window } from './policy.ts';

/** The span of business days a value was reached in, both included. */
export interface Span { from: Day; to: Day }

/** Bounds of one kind of window. Answers are remembered by day, because calendar arithmetic costs more than the sums it is needed for. */
export interface WindowBounds {
  /** First day that counts, seen from the close of `day`; `anchor` is the day her membership began. */
  start(day: Day, anchor: Day): Day;
  /** The first day at whose close facts of `day` no longer count; Infinity for never. */
  leaves(day: Day, anchor: Day): Day;
}

/** The bounds of a window. A rolling window of 12 months closing on 14 March begins on 15 March of the year before. */
export function windowBounds(window: Window): WindowBounds {
  return window.kind === 'rolling' ? rolling(window.months) : fixedBounds[window.kind];
}

/** The first day of the membership year `day` lies in. Years begun on 29 February begin on 28 February where there is none. */
export function membershipYearStart(day: Day, anchor: Day): Day {
  const year = yearOf(day);
  const start = anniversary(anchor, year);
  return start <= day ? start : anniversary(anchor, year - 1);
}

/** The first day of the membership year after the one `day` lies in. */
export function nextMembershipYear(day: Day, anchor: Day): Day {
  const year = yearOf(day);
  const start = anniversary(anchor, year);
  return start > day ? start : anniversary(anchor, year + 1);
}

const yearOf = remember((day) => partsOf(day).year);
const yearsPerAnchor = 10_000;
const anniversaries = remember((key) => {
  const [anchor, year] = [Math.floor(key / yearsPerAnchor), key % yearsPerAnchor];
  return addMonths(anchor, 12 * (year - yearOf(anchor)));
});

function anniversary(anchor: Day, year: number): Day {
  return anniversaries(anchor * yearsPerAnchor + year);
}

const fixedBounds: { [kind in Exclude<Window['kind'], 'rolling'>]: WindowBounds } = {
  'calendar-year': {
    start: remember((day) => dayAt(partsOf(day).year, 1, 1)),
    leaves: remember((day) => dayAt(partsOf(day).year + 1, 1, 1)),
  },
  'membership-year': { start: membershipYearStart, leaves: nextMembershipYear },
  lifetime: { start: () => -Infinity, leaves: () => Infinity },
};

function rolling(months: number): WindowBounds {
  const start = remember((day) => addMonths(day + 1, -months));
  const leaves = remember((day) => {
    let candidate = addMonths(day, months) - 1;
    while (start(candidate) <= day) candidate++;
    return candidate;
  });
  return { start, leaves };
}

function remember(compute: (of: number) => number): (of: number) => number {
  const known = new Map<number, number>();
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) known.set(of, answer = compute(of));
    return answer;
  };
}
