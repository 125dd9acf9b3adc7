import { writeFileSync } from 'node:fs';

/** One measured figure; `goal` in words, `met` null where there is none. */
export interface Row { id: string; title: string; value: number; unit: string; goal: string | null; met: boolean | null }

/** A figure that should be at most so much. */
export function atMost(id: string, title: string, value: number, unit: string, limit: number): Row {
  return { id, title, value, unit, goal: `≤ ${limit}`, met: value <= limit };
}

/** A figure that is only told. */
export function told(id: string, title: string, value: number, unit: string): Row {
  return { id, title, value, unit, goal: null, met: null };
}

/** Prints figures as a table, and writes them as JSON where a file is named. */
export function printRows(rows: readonly Row[], file: string | undefined): void {
  const width = Math.max(...rows.map(({ title }) => title.length));
  for (const { title, value, unit, goal, met } of rows) {
    const verdict = met === null ? '' : `${goal}  ${met ? 'met' : 'NOT MET'}`;
    console.log(`${title.padEnd(width)}  ${format(value).padStart(10)} ${unit.padEnd(12)} ${verdict}`);
  }
  if (file) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

function format(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
