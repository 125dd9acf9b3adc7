/** A whole number with commas between thousands; the language's own formatter takes 20 ms to load, which is felt here. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
