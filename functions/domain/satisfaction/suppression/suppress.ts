import type { ParentOf } from './places.ts';
import { Table } from './table.ts';

/**
 * One published figure with its place in each dimension, such as `{ period: '2026-03', store: 'S01', tier: 'all' }`:
 * how many answered, and the sum of what their answers count (1 or 0 for CSAT; 1, 0 or −1 for NPS; 1–7 for CES).
 */
export interface Cell { id: string; at: Readonly<Record<string, string>>; n: number; sum: number }

export interface SuppressionRules {
  /** Fewer answers than this, but at least one: the score is hidden. */
  hiddenBelow: number;
  /** The least and the most that one answer can count. */
  lowest: number;
  highest: number;
}

export const csatRules: SuppressionRules = { hiddenBelow: 5, lowest: 0, highest: 1 };
export const npsRules: SuppressionRules = { hiddenBelow: 5, lowest: -1, highest: 1 };
export const cesRules: SuppressionRules = { hiddenBelow: 5, lowest: 1, highest: 7 };

/**
 * The ids of all cells whose score must be hidden: the small ones, and as many others as it takes that no hidden score follows from the shown ones.
 *
 * For every hidden cell there is another possible world, with other answers and this cell's score different, in which every shown score and every number
 * of answers is the same. So no reader can work it out, whether by subtracting, by solving equations or from the bounds of a score.
 * Such a world moves single answers around the corners of a box (two months, two stores, two tiers); where no box is possible it hides totals as well.
 * Give every cell that a reader can combine, with the totals of every level; one that is missing must have no answers.
 * Method: the hypercube method of complementary suppression, S. Giessing, D. Repsilber, in: Inference Control in Statistical Databases (2002) 181–192,
 * with the bounds of the answers checked.
 */
export function suppress(cells: readonly Cell[], dimensions: Readonly<Record<string, ParentOf>>, rules: SuppressionRules): Set<string> {
  const table = new Table(cells, dimensions, rules);
  const small = cells.filter((cell) => table.isSmall(cell));
  const hidden = new Set<string>();
  // Large places first: what hides a small total hides some of its parts as well.
  for (const cell of small.toSorted((a, b) => table.depthOf(a) - table.depthOf(b))) {
    if (hidden.has(cell.id)) continue;
    for (const { id } of table.cheapestDisguise(cell, hidden).cells) hidden.add(id);
  }
  return hidden;
}
