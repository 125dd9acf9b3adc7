import type { Day } from '../calendar.ts';
import type { CompiledCriterion, CompiledPolicy } from './compiled-policy.ts';
import { boughtIn, isAboveCut, type PercentileCut, type PercentileCuts } from './percentile-cuts.ts';
import type { Values } from './measured.ts';
import type { QualifyingRecord } from './qualifying-record.ts';

/** A customer to be judged: her record, the policy, and where percentiles end tonight. */
export interface Subject {
  customerId: string;
  record: QualifyingRecord;
  policy: CompiledPolicy;
  cuts: PercentileCuts;
  asOf: Day;
}

/** Judges criteria that compare the customer with others, from her values at the as-of date. */
export function rankJudge(subject: Subject, values: Values): (criterion: CompiledCriterion) => boolean {
  return (criterion) => {
    const cut = cutFor(subject, criterion);
    return cut !== null && isRanked(subject, criterion) && isAboveCut(cut, values[criterion.measure]!, subject.customerId);
  };
}

/** Whether she is among those a criterion ranks. */
export function isRanked({ record, policy, asOf }: Subject, { measure }: CompiledCriterion): boolean {
  return boughtIn(policy.measures[measure]!, record, asOf);
}

/** Where the percentile of a criterion ends; null when nobody bought in its window. */
export function cutFor({ policy, cuts }: Subject, { measure, percent }: CompiledCriterion): PercentileCut | null {
  const window = policy.windowKeys[measure]!;
  return cuts.cuts.find((cut) => cut.percent === percent && cut.customerId !== null && JSON.stringify(cut.window) === window) ?? null;
}
