/** The window of the same length that ends where a half-open window of business days begins; whole months stay whole months. */
export function windowBefore(from: string, to: string): { from: string; to: string } {
  const [start, end] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  if (start.getUTCDate() === 1 && end.getUTCDate() === 1) {
    const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
    return { from: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - months, 1)).toISOString().slice(0, 10), to: from };
  }
  return { from: new Date(start.getTime() - (end.getTime() - start.getTime())).toISOString().slice(0, 10), to: from };
}
