/** A number of weeks with at most one decimal, such as `39.4`; what would become 0 keeps its first digit. */
export function weeksText(weeks: number): string {
  return String(Number(weeks < 0.1 ? weeks.toPrecision(1) : weeks.toFixed(1)));
}
