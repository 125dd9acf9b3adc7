import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { Score } from '../satisfaction/tally.ts';
import { differenceOf } from '../statistics/difference.ts';
import { wilson } from '../statistics/proportion.ts';
import { inControlGroup, type ControlSettings } from './control-group.ts';
import { daysOf, rhythmOf, type Lapse } from './rhythm.ts';
import type { LifecycleSettings } from './settings.ts';

/** How win-back is judged: lapses from a day on, and the days in which a customer must come back to count. */
export interface TrialSettings extends ControlSettings { from: Day; withinDays: number }

/** Outcomes of lapses by group; tallies of parts add up to the tally of the whole. */
export interface TrialTally { treated: number; treatedBack: number; control: number; controlBack: number }

/** The tally of no lapses. */
export function emptyTrial(): TrialTally {
  return { treated: 0, treatedBack: 0, control: 0, controlBack: 0 };
}

/** All lapses of a customer into dormancy up to a day, oldest first; the last may still last. */
export function lapsesOf(history: History, settings: LifecycleSettings, asOf: Day): (Lapse | { dormantOn: Day; backOn: null })[] {
  const { days, usualGap, lapses } = rhythmOf(history.purchases, settings);
  const dormantOn = (days.at(-1) ?? Infinity) + daysOf(settings.dormant, usualGap) + 1;
  return dormantOn <= asOf ? [...lapses, { dormantOn, backOn: null }] : lapses;
}

/**
 * Counts the lapses of one customer whose time to come back is over. She counts in the group the lot put her in, whether she was contacted or not,
 * because those who could be reached are not those who could not.
 */
export function addTrial(tally: TrialTally, history: History, settings: LifecycleSettings, trial: TrialSettings, asOf: Day): TrialTally {
  const held = inControlGroup(history.customerId, trial);
  for (const { dormantOn, backOn } of lapsesOf(history, settings, asOf)) {
    if (dormantOn < trial.from || dormantOn + trial.withinDays > asOf) continue;
    const back = backOn !== null && backOn < dormantOn + trial.withinDays;
    if (held) {
      tally.control += 1;
      if (back) tally.controlBack += 1;
    } else {
      tally.treated += 1;
      if (back) tally.treatedBack += 1;
    }
  }
  return tally;
}

/** The outcomes of two sets of lapses together. */
export function mergeTrials(a: TrialTally, b: TrialTally): TrialTally {
  return {
    treated: a.treated + b.treated, treatedBack: a.treatedBack + b.treatedBack,
    control: a.control + b.control, controlBack: a.controlBack + b.controlBack,
  };
}

/** What win-back achieves: the share that came back minus the share that came back in the control group, with the interval of that difference. */
export function upliftOf({ treated, treatedBack, control, controlBack }: TrialTally): Score {
  const n = treated + control;
  if (treated === 0 || control === 0) return { value: null, n, interval: null };
  const among = (part: number, all: number) => ({ value: part / all, interval: wilson(part, all) });
  return {
    value: treatedBack / treated - controlBack / control,
    n,
    interval: differenceOf(among(treatedBack, treated), among(controlBack, control)),
  };
}
