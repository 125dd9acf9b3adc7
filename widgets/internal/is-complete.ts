const MS_PER_DAY = 86_400_000;

/** Whether a period such as `2026-11` or `2026-Q4` lies wholly between the first day that counts and the close of the last. */
export function isComplete(period: string, from: string, asOf: string): boolean {
  const [starts, ends] = boundsOf(period);
  return starts >= Date.parse(from) && ends <= Date.parse(asOf) + MS_PER_DAY;
}

/** First instant of a period and of what follows it, as if days were those of UTC. */
function boundsOf(period: string): [number, number] {
  const [year = '', part, date] = period.split('-');
  const at = (months: number, days = 1) => Date.UTC(Number(year), months, days);
  if (part === undefined) return [at(0), at(12)];
  if (part.startsWith('Q')) return [at(Number(part.slice(1)) * 3 - 3), at(Number(part.slice(1)) * 3)];
  const month = Number(part) - 1;
  return date === undefined ? [at(month), at(month + 1)] : [at(month, Number(date)), at(month, Number(date) + 1)];
}
