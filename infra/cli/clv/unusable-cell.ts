import { UnusableInput } from '../errors.ts';
import type { CsvScanner } from './csv-scanner.ts';
import { visible } from '../visible.ts';

const LONGEST = 40;

/** What is wrong with a slot of the scanner's current row, in one line: where it stands, its column, its text and `why`, which should end with the way out. */
export function unusableCell(scanner: CsvScanner, slot: number, why: string): UnusableInput {
  return new UnusableInput(`${placeOf(scanner)}: ${visible(scanner.columnName(slot))} ${quoted(scanner.text(slot))} ${why}`);
}

/** Where the scanner's current row starts. */
export function placeOf({ path, line }: CsvScanner): string {
  return `${path}:${line}`;
}

/** A text from a file in quotation marks, its beginning if it is long. */
export function quoted(text: string): string {
  const shown = visible(text);
  return `'${shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown}'`;
}
