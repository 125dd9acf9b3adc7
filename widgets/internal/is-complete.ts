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
