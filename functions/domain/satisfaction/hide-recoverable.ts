import { dimensions, type Place } from '../kpis/kpi.ts';
import { defaultSatisfactionSettings } from './settings.ts';

/** A cell of a table as far as hiding is concerned. */
export interface HidableCell extends Place { period: string; value: number | null; n: number; interval?: unknown; suppressed?: boolean }

/**
 * Hides further cells until no hidden one follows from a total and the cells still shown: in every group that adds up to a total,
 * at least two cells are hidden and together they rest on at least `hiddenBelow` answers. The smallest go first.
 * Source: complementary cell suppression, as official statistics use it (A. Hundepool et al., Statistical Disclosure Control, 2012, chapter 4).
 */
export function hideRecoverable<Cell extends HidableCell>(cells: readonly Cell[], { hiddenBelow } = defaultSatisfactionSettings): Cell[] {
  const table = cells.map((cell) => ({ ...cell }));
  const groups = groupsOf(table);
  // Hiding a cell for one total may open another, so it goes on until a whole round changes nothing.
  for (let changed = true; changed;) {
    changed = false;
    for (const group of groups) {
      const next = tellsHidden(group, hiddenBelow) ? smallestShown(group) : null;
      if (next) hide(next);
      changed ||= next !== null;
    }
  }
  return table;
}

function tellsHidden(group: readonly HidableCell[], hiddenBelow: number): boolean {
  const hidden = group.filter(({ suppressed, n }) => suppressed && n > 0);
  return hidden.length > 0 && (hidden.length < 2 || hidden.reduce((sum, { n }) => sum + n, 0) < hiddenBelow);
}

/** Cells that add up to something that can be asked for on its own. */
function groupsOf<Cell extends HidableCell>(cells: readonly Cell[]): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const cut = dimensions.filter((dimension) => cell[dimension] !== undefined);
    // Each total adds up one dimension and keeps the others.
    const totals = cut.map((summed) => [summed, cell.period, ...cut.filter((kept) => kept !== summed).map((kept) => cell[kept])].join('\n'));
    for (const total of totals.length === 0 ? [cell.period] : totals) groups.set(total, [...groups.get(total) ?? [], cell]);
  }
  return [...groups.values()];
}

function smallestShown<Cell extends HidableCell>(group: readonly Cell[]): Cell | null {
  return group.filter(({ suppressed, n }) => !suppressed && n > 0).reduce<Cell | null>((least, cell) => (least === null || cell.n < least.n ? cell : least), null);
}

function hide(cell: HidableCell): void {
  cell.value = null;
  cell.suppressed = true;
  delete cell.interval;
}
