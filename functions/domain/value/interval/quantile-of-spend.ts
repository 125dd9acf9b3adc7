import type { OccasionOdds } from './occasion-odds.ts';
import type { SpendTable } from './spend-table.ts';

/** The spend, in units of v + x m, that is not exceeded with a probability; between points of the table's grid by its logarithm. */
export function quantileOfSpend(odds: OccasionOdds, table: SpendTable, probability: number): number {
  const { grid } = table;
  if (1 - odds.atLeast[1]! >= probability) return 0;
  let [below, above] = [-1, grid.length - 1];
  let [atMostBelow, atMostAbove] = [0, 1];
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    const share = shareAtMost(odds, table, middle);
    if (share < probability) [below, atMostBelow] = [middle, share];
    else [above, atMostAbove] = [middle, share];
  }
  if (below < 0) return grid[0]!;
  return grid[below]! * (grid[above]! / grid[below]!) ** ((probability - atMostBelow) / (atMostAbove - atMostBelow));
}

/** The probability that all coming occasions together bring in at most the k-th spend of the grid. */
function shareAtMost({ atLeast, length }: OccasionOdds, table: SpendTable, k: number): number {
  let sum = 1 - atLeast[1]!;
  for (let n = 1; n < length; n++) sum += (atLeast[n]! - atLeast[n + 1]!) * table.atMost(n, k);
  return sum;
}
