/** Beginnings that spreadsheets read as a formula, full-width ones and those behind blanks included. */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

/** A text as a cell of RFC 4180, in quotation marks where it needs them: one that a spreadsheet would take for a formula is kept a text by an apostrophe. */
export function csvCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
