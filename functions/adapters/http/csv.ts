import { csvCell } from '../../contract/csv-cell.ts';

/** A value of a cell. Numbers stay numbers, also negative ones; what is not known is left empty. */
export type Cell = string | number | boolean | null | undefined;
export interface CsvTable { name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] }

/** Without it spreadsheets take UTF-8 for the local code page. */
const byteOrderMark = '\uFEFF';

/** A table as RFC 4180 text that spreadsheets open as it is meant. */
export function csvOf({ columns, rows }: Omit<CsvTable, 'name'>): string {
  return byteOrderMark + [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' ? csvCell(cell) : String(cell);
}
