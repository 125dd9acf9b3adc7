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

/** Where the rank of a criterion ends; null when it is no rank, or nobody bought in its window. */
export function cutFor({ cuts }: Subject, { cut: name }: CompiledCriterion): PercentileCut | null {
  const cut = name === null ? undefined : cuts.cuts[name];
  return cut === undefined || cut.customerId === null ? null : cut;
}
