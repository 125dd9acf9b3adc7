import { parseDecimal, parseWhole, type Decimal } from './amounts.ts';
import type { ZonedTime } from './zoned-time.ts';

/** A row of a file that cannot be understood; its message says which field and why. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
  constructor(field: string, got: string, problem: string) {
    super(`${field}: ${problem} (got ${JSON.stringify(got.slice(0, 80))})`);
  }
}

/** The instant a cell names. Throws BadRow. */
export function needTime(time: ZonedTime, field: string, cell: string): string {
  const instant = time.read(cell);
  if (instant === undefined) throw new BadRow(field, cell, 'is not a date; write it as 2026-11-21 or 2026-11-21 15:04');
  return instant;
}

/** The whole number in a cell. Throws BadRow. */
export function needWhole(field: string, cell: string): number {
  const whole = parseWhole(cell);
  if (whole === undefined) throw new BadRow(field, cell, 'is not a whole number');
  return whole;
}

/** The number in a cell, exactly. Throws BadRow. */
export function needDecimal(field: string, cell: string): Decimal {
  const decimal = parseDecimal(cell);
  if (decimal === undefined) throw new BadRow(field, cell, 'is not a number');
  return decimal;
}
