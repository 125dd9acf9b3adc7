import { addMonths, type Day } from '../calendar.ts';
import type { CompiledPolicy, Measure } from './compiled-policy.ts';
import type { QualifyingRecord } from './qualifying-record.ts';

/**
 * The days, ascending and without repeats, on which some measure of a record may take another value:
 * facts come in, facts leave a window, a month of membership is full. Between two of them nothing changes. Days after `until` are left out.
 */
export function changeDays(record: QualifyingRecord, policy: CompiledPolicy, until: Day): Day[] {
  const first = record.memberFrom ?? -Infinity;
  const days: Day[] = record.memberFrom === null ? [] : [record.memberFrom];
  for (const measure of policy.measures) {
    for (const day of factDays(measure, record)) {
      if (day > first && day <= until) days.push(day);
      // Whoever joins after a fact has it in no membership year of hers.
      const leaves = measure.bounds.leaves(day, record.memberFrom ?? day + 1);
      if (leaves > first && leaves <= until && leaves !== Infinity) days.push(leaves);
    }
  }
  for (const months of record.memberFrom === null ? [] : policy.monthsAsked) {
    const full = addMonths(first, Math.ceil(months));
    if (full > first && full <= until) days.push(full);
  }
  days.sort((a, b) => a - b);
  return days.filter((day, i) => day !== days[i - 1]);
}

function factDays({ criterion: { criterion } }: Measure, record: QualifyingRecord): Iterable<Day> {
  if (criterion === 'membership-months' || criterion === 'credit-rating' || criterion === 'standing') return [];
  if (criterion === 'referrals') return record.referrals;
  return criterion === 'satisfaction' ? record.answers.map(({ day }) => day) : record.days;
}
