import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { compilePolicy, type CompiledPolicy } from './compiled-policy.ts';
import { judge, type Judgement } from './judge.ts';
import type { PercentileCuts } from './percentile-cuts.ts';
import type { Policy } from './policy.ts';
import { softeningRules, type Rung, type SofteningRule } from './tier-walk.ts';

/** Whom a rule holds in another tier than she would have without it, and what that adds to a year's benefits, minor units. */
export interface RuleEffect { customers: number; benefitCost: number }
export type RuleEffects = { [rule in SofteningRule]: RuleEffect };

const without: { [rule in SofteningRule]: (policy: Policy) => Policy } = {
  grace: (policy) => ({ ...policy, downgrade: { ...policy.downgrade, graceDays: 0 } }),
  keep: (policy) => ({ ...policy, ladder: policy.ladder.map((tier) => ({ ...tier, keep: undefined })) }),
  stepLimit: (policy) => ({ ...policy, downgrade: { ...policy.downgrade, stepsPerReview: null } }),
};

/** Counts what each rule that softens falls does by itself, while customers stream by who have been judged by the policy already. */
export class RuleEffectCount {
  readonly effects: RuleEffects = { grace: { customers: 0, benefitCost: 0 }, keep: { customers: 0, benefitCost: 0 }, stepLimit: { customers: 0, benefitCost: 0 } };
  readonly #without: { [rule in SofteningRule]: CompiledPolicy };

  constructor(policy: Policy, private readonly cuts: PercentileCuts, private readonly asOf: Day) {
    const lacking = (rule: SofteningRule): CompiledPolicy => compilePolicy(without[rule](policy));
    this.#without = { grace: lacking('grace'), keep: lacking('keep'), stepLimit: lacking('stepLimit') };
  }

  /** Judges her again without each rule that had a say in her walk; most walks met none. `costOf` is what a tier costs for her in a year. */
  add(history: History, { rung, walk }: Judgement, costOf: (rung: Rung) => number): void {
    if (walk === null) return;
    for (const rule of softeningRules) {
      if (!walk.softenedBy[rule]) continue;
      const other = judge(history, this.#without[rule], this.cuts, this.asOf, null, this.asOf).rung;
      if (other === rung) continue;
      this.effects[rule].customers += 1;
      this.effects[rule].benefitCost += costOf(rung) - costOf(other);
    }
  }
}
