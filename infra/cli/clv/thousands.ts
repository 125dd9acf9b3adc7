/** A number with commas between thousands and some decimals; the language's own formatter takes 20 ms to load, which is felt here. */
export function thousands(value: number, decimals = 0): string {
  const [whole, fraction] = value.toFixed(decimals).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
