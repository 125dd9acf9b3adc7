/** A quoted CSV cell that no spreadsheet takes for a formula. */
export function safeCell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
