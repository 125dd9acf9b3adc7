import { addMonths, partsOf, type Day } from '../calendar.ts';
import type { Answer } from '../history.ts';
import type { CompiledCriterion, CompiledPolicy, CompiledRule } from './compiled-policy.ts';
import type { Criterion, CriterionName } from './policy.ts';
import type { QualifyingRecord } from './qualifying-record.ts';

/** The values of all measures of a policy at the close of a day, in the order of the policy's measures. NaN stands for no answer. */
export type Values = number[];

/** Measures a record at the close of `day`. */
export function measured(record: QualifyingRecord, policy: CompiledPolicy, day: Day): Values {
  return policy.measures.map(({ criterion, bounds }) => readers[criterion.criterion](record, bounds.start(day, record.anchor), day, criterion));
}

/** Whether a rule is met by these values; `passes` judges what depends on others. */
export function meets({ ways }: CompiledRule, values: Values, passes: (criterion: CompiledCriterion) => boolean): boolean {
  return ways.some((way) => way.every((criterion) => (
    criterion.cut === null ? values[criterion.measure]! >= criterion.atLeast : passes(criterion)
  )));
}

/** Whole calendar months from `since` to `day`; a month begun on the 31st is complete on the last day of a shorter one. */
export function monthsSince(since: Day, day: Day): number {
  if (day < since) return 0;
  const [a, b] = [partsOf(since), partsOf(day)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(since, months) <= day ? months : months - 1;
}

type Reader = (record: QualifyingRecord, from: Day, to: Day, criterion: Criterion) => number;

const readers: { [name in CriterionName]: Reader } = {
  'net-spend': (record, from, to) => between(record.days, record.netSpend, from, to),
  'top-percent': (record, from, to) => between(record.days, record.netSpend, from, to),
  'gross-margin': (record, from, to) => between(record.days, record.grossMargin, from, to),
  tickets: (record, from, to) => between(record.days, record.tickets, from, to),
  units: (record, from, to) => between(record.days, record.units, from, to),
  points: (record, from, to) => between(record.days, record.points, from, to),
  occasions: ({ days }, from, to) => upTo(days, to) - upTo(days, from - 1),
  referrals: ({ referrals }, from, to) => referrals.filter((day) => day >= from && day <= to).length,
  satisfaction: ({ answers }, from, to, criterion) => latestAnswer(answers, criterion, from, to),
  'membership-months': ({ memberFrom }, _, to) => (memberFrom === null ? 0 : monthsSince(memberFrom, to)),
  'credit-rating': ({ creditRating }) => creditRating,
  standing: ({ standing }) => standing,
};

function between(days: readonly Day[], sums: readonly number[], from: Day, to: Day): number {
  return sums[upTo(days, to)]! - sums[upTo(days, from - 1)]!;
}

/** How many of the ascending days are on or before `day`. */
function upTo(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function latestAnswer(answers: readonly Answer[], criterion: Criterion, from: Day, to: Day): number {
  const metric = criterion.criterion === 'satisfaction' ? criterion.metric : null;
  let latest: Answer | null = null;
  for (const answer of answers) {
    if (answer.metric === metric && answer.day >= from && answer.day <= to && answer.day >= (latest?.day ?? from)) latest = answer;
  }
  return latest ? percentOfScale(latest) : Number.NaN;
}

function percentOfScale({ metric, score, scale }: Answer): number {
  const lowest = metric === 'nps' ? 0 : 1;
  return ((score - lowest) / (scale - lowest)) * 100;
}
