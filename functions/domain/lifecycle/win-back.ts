import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { Score } from '../satisfaction/tally.ts';
import { differenceOf } from '../statistics/difference.ts';
import { wilson } from '../statistics/proportion.ts';
import { inControlGroup } from './control-group.ts';
import { daysOf, rhythmOf, type Lapse } from './rhythm.ts';
import type { LifecycleSettings } from './settings.ts';

/** All lapses of a customer into dormancy up to a day, oldest first; the last may still last. */
export function lapsesOf(history: History, settings: LifecycleSettings, asOf: Day): (Lapse | { dormantOn: Day; backOn: null })[] {
  const { days, usualGap, lapses } = rhythmOf(history.purchases, settings);
  const dormantOn = (days.at(-1) ?? Infinity) + daysOf(settings.dormant, usualGap) + 1;
  return dormantOn <= asOf ? [...lapses, { dormantOn, backOn: null }] : lapses;
}

/** One lapse whose time to come back is over: which group the lot put her in, and whether she came back. */
export interface LapseOutcome { dormantOn: Day; held: boolean; back: boolean }

/**
 * The outcomes of a customer's lapses that are known by a day. She counts in the group the lot put her in, whether she was contacted or not,
 * because those who could be reached are not those who could not.
 */
export function outcomesOf(history: History, settings: LifecycleSettings, asOf: Day): LapseOutcome[] {
  const { withinDays } = settings.winBack;
  const held = inControlGroup(history.customerId, settings.winBack);
  return lapsesOf(history, settings, asOf)
    .filter(({ dormantOn }) => dormantOn + withinDays <= asOf)
    .map(({ dormantOn, backOn }) => ({ dormantOn, held, back: backOn !== null && backOn < dormantOn + withinDays }));
}

/** The day a customer was first contacted to win her back; Infinity when she never was. */
export function firstWinBackOn({ contacts }: History): Day {
  return contacts.find(({ purpose }) => purpose === 'win-back')?.day ?? Infinity;
}

/** What win-back achieves: the share that came back minus the share that came back in the control group, with the interval of that difference. No value where a group is empty. */
export function upliftOf(outcomes: Iterable<LapseOutcome>): Score {
  const treated = { all: 0, back: 0 };
  const control = { all: 0, back: 0 };
  for (const { held, back } of outcomes) {
    const group = held ? control : treated;
    group.all += 1;
    if (back) group.back += 1;
  }
  const n = treated.all + control.all;
  if (treated.all === 0 || control.all === 0) return { value: null, n, interval: null };
  const among = ({ all, back }: typeof treated) => ({ value: back / all, interval: wilson(back, all) });
  const [won, without] = [among(treated), among(control)];
  return { value: won.value - without.value, n, interval: differenceOf(won, without) };
}
