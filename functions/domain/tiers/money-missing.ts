import type { Missing } from './counterfactual.ts';
import type { Policy } from './policy.ts';

/** Minor units that have to be spent to make up what is missing, visits aside; null where something is missing that money does not give. */
export function moneyMissing(missing: readonly Missing[], { points }: Policy): number | null {
  let money = 0;
  for (const { criterion, amount } of missing) {
    if (criterion === 'net-spend' || criterion === 'gross-margin') money = Math.max(money, amount);
    else if (criterion === 'points') money = Math.max(money, amount * points.spendPerPoint);
    else if (criterion !== 'occasions' && criterion !== 'tickets' && criterion !== 'units') return null;
  }
  return money;
}
