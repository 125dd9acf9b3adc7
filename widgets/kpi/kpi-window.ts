/** The window of the same length that ends where a half-open window of business days begins; whole months stay whole months. */
export function windowBefore(from: string, to: string): { from: string; to: string } {
  const [start, end] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  if (start.getUTCDate() === 1 && end.getUTCDate() === 1) {
    const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
    return { from: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - months, 1)).toISOString().slice(0, 10), to: from };
  }
  return { from: new Date(start.getTime() - (end.getTime() - start.getTime())).toISOString().slice(0, 10), to: from };
}

/** Whether a period such as `2026-11` or `2026-Q4` had ended by the close of a date. */
export function isComplete(period: string, asOf: string): boolean {
  const dayAfter = new Date(Date.parse(`${asOf}T00:00:00Z`) + 86_400_000);
  const [year, part, date] = period.split('-');
  const y = Number(year);
  if (part === undefined) return Date.UTC(y + 1, 0, 1) <= dayAfter.getTime();
  if (part.startsWith('Q')) return Date.UTC(y, Number(part.slice(1)) * 3, 1) <= dayAfter.getTime();
  if (date === undefined) return Date.UTC(y, Number(part), 1) <= dayAfter.getTime();
  return Date.UTC(y, Number(part) - 1, Number(date) + 1) <= dayAfter.getTime();
}
