/** A decimal number exactly as written: `units` / 10^`scale`. */
export interface Decimal { units: number; scale: number }

/** Reads a plain decimal such as `11.77` or `-3`; undefined for anything else, thousands separators included. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?\s*$/.exec(text);
  if (!match) return undefined;
  const whole = match[2] ?? '';
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (whole === '' && (match[3] ?? '') === '') return undefined;
  const units = Number(whole + fraction);
  if (!Number.isSafeInteger(units)) return undefined;
  return { units: match[1] === '-' && units !== 0 ? -units : units, scale: fraction.length };
}

/** Minor units of `quantity` × a price, rounded once, halves away from zero; `minorDigits` is 2 for cents. */
export function toMinorUnits(price: Decimal, minorDigits: number, quantity = 1): number {
  const exact = price.units * quantity;
  const shift = minorDigits - price.scale;
  if (shift >= 0) return exact * 10 ** shift;
  const rounded = Math.round(Math.abs(exact) / 10 ** -shift);
  return exact < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A whole number such as `3` or `3.0`; undefined for anything else. */
export function parseWhole(text: string): number | undefined {
  const decimal = parseDecimal(text);
  return decimal?.scale === 0 ? decimal.units : undefined;
}
