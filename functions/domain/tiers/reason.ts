import type { CompiledCriterion } from './compiled-policy.ts';
import { measured, meets, type Values } from './measured.ts';
import type { CriterionName } from './policy.ts';
import { cutFor, rankJudge, type Subject } from './subject.ts';
import { noTier, type Rung } from './tier-walk.ts';
import type { Span } from './window.ts';

/** One criterion as judged at the as-of date; for `top-percent` value and threshold are net spend. */
export interface Reason { criterion: CriterionName; percent?: number; window: Span; value: number; threshold: number; met: boolean }

/** Which rule holds her: she would enter anew, she keeps what she has, or neither and the next review or the end of grace decides. */
export type HeldBy = 'entry' | 'keep' | 'grace';

/** The criteria behind a tier; for no tier those of the lowest, which she misses. */
export function reasonFor(subject: Subject, rung: Rung): { heldBy: HeldBy | null; reason: Reason[] } {
  const values = measured(subject.record, subject.policy, subject.asOf);
  const passes = rankJudge(subject, values);
  const { entry, keep } = subject.policy.tiers[Math.max(rung, 0)]!;
  const enters = meets(entry, values, passes);
  const rule = enters || rung === noTier ? entry : keep;
  const reason = rule.criteria.map((criterion) => judged(subject, criterion, values, passes(criterion)));
  if (rung === noTier) return { heldBy: null, reason };
  if (enters) return { heldBy: 'entry', reason };
  return { heldBy: meets(keep, values, passes) ? 'keep' : 'grace', reason };
}

function judged(subject: Subject, criterion: CompiledCriterion, values: Values, passes: boolean): Reason {
  const measure = subject.policy.measures[criterion.measure]!;
  const starts = measure.bounds.start(subject.asOf, subject.record.anchor);
  // What looks at everything begins where there is something to look at.
  const from = starts === -Infinity ? Math.min(subject.record.memberFrom ?? subject.asOf, subject.asOf) : starts;
  const value = values[criterion.measure]!;
  const shared = { criterion: criterion.source.criterion, window: { from, to: subject.asOf }, value: value || 0 };
  if (criterion.source.criterion !== 'top-percent') return { ...shared, threshold: criterion.atLeast, met: value >= criterion.atLeast };
  return { ...shared, percent: criterion.source.percent, threshold: cutFor(subject, criterion)?.netSpend ?? 0, met: passes };
}
