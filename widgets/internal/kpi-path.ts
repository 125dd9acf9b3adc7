/** The path of a KPI question; empty and absent parameters are left out. */
export function kpiPath(id: string, parameters: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1])));
  const text = query.toString();
  return `kpis/${encodeURIComponent(id)}${text ? `?${text}` : ''}`;
}
