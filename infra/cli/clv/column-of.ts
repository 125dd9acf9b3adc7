import { UnusableInput } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { CsvScanner } from './csv-scanner.ts';
import { quoted } from './unusable-cell.ts';
import { visible } from '../visible.ts';

const MOST_NAMED = 20;
const LONGEST = 200;

/** The place of a column by its name. Throws UnusableInput when there is none, with those there are, or more than one. */
export function columnOf({ path, header }: CsvScanner, name: string): number {
  const at = header.indexOf(name);
  if (at < 0) {
    const meant = nearest(name, header);
    throw new UnusableInput(`${path} has no column ${name}; ${columnsOf(header)}${meant ? `; did you mean ${quoted(meant)}?` : ''}`);
  }
  if (header.includes(name, at + 1)) throw new UnusableInput(`${path} has more than one column ${name}; give each a name of its own`);
  return at;
}

/** What a header holds, for a message. */
export function columnsOf(header: readonly string[]): string {
  if (header.length === 1) return `it has one column, ${quoted(header[0]!)}; columns are told apart by a comma, a semicolon or a tab`;
  if (header.some((name) => name.includes('\r'))) return 'its lines end with a carriage return alone; save it with line feeds';
  const named = visible(header.slice(0, MOST_NAMED).join(', '));
  return `it has ${named.length > LONGEST || header.length > MOST_NAMED ? `${named.slice(0, LONGEST)}…` : named}`;
}
