/** A value of a cell. Numbers stay numbers, also negative ones; what is not known is left empty. */
export type Cell = string | number | boolean | null | undefined;
export interface CsvTable { name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] }

/** Without it spreadsheets take UTF-8 for the local code page. */
const byteOrderMark = '\uFEFF';
/** Beginnings that spreadsheets read as a formula, full-width ones included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A table as RFC 4180 text that spreadsheets open as it is meant: a text that would become a formula is kept a text by an apostrophe. */
export function csvOf({ columns, rows }: Omit<CsvTable, 'name'>): string {
  return byteOrderMark + [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
