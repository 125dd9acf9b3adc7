import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvScanner } from '../../../../infra/cli/clv/csv-scanner.ts';

const cell = fc.oneof(
  fc.constantFrom('', '0', '.5', '5.', '.', '12', '007', '12.34', '1234567890123.45', '123456789012345678', '-3', '1e3', '0.1', '3 EUR', '1997-03-14', '卡 7', 'Ms "B", née', 'two\nlines', 'NaN'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => (cents / 100).toFixed(2)),
);

/** A table as text: each cell quoted where it must be or at random, with or without blanks around it. */
function written(rows: readonly (readonly string[])[], { delimiter, lineEnd, mark, blanks, quoted }: { delimiter: string; lineEnd: string; mark: boolean; blanks: boolean; quoted: boolean }): string {
  const field = (text: string) => {
    const around = blanks ? ' ' : '';
    return quoted || /[",;\t\n]/.test(text) ? `"${around}${text.replaceAll('"', '""')}${around}"` : `${around}${text}${around}`;
  };
  return (mark ? '﻿' : '') + rows.map((row) => row.map(field).join(delimiter)).join(lineEnd);
}

/** All that the scanner finds, the number of each cell beside its text. */
function scanned(text: string): { header: readonly string[]; rows: { text: string; number: number }[][] } {
  const scanner = new CsvScanner(Buffer.from(text));
  const columns = [...scanner.header.keys()];
  // Each column once as text and, in a second pass, once as a number.
  const pass = (numbers: readonly number[]) => {
    const each = new CsvScanner(Buffer.from(text));
    each.choose(columns, numbers);
    const rows: { text: string; number: number }[][] = [];
    while (each.next()) rows.push(columns.map((slot) => ({ text: each.text(slot), number: each.number[slot]! })));
    return rows;
  };
  const [texts, numbers] = [pass([]), pass(columns)];
  expect(numbers.map((row) => row.map(({ text: each }) => each))).toEqual(texts.map((row) => row.map(({ text: each }) => each)));
  return { header: scanner.header, rows: numbers };
}

describe('a CSV scanner', () => {
  it('finds the fields that a general parser finds, and in each the number that the language reads there', () => {
    fc.assert(fc.property(
      fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })),
      fc.record({ delimiter: fc.constantFrom(',', ';', '\t'), lineEnd: fc.constantFrom('\n', '\r\n'), mark: fc.boolean(), blanks: fc.boolean(), quoted: fc.boolean() }),
      fc.boolean(),
      (rows, style, ends) => {
        const header = rows[0]!.map((_, i) => `column ${i}`);
        const text = written([header, ...rows], style) + (ends ? style.lineEnd : '');
        const expected = parse(text, { delimiter: style.delimiter, bom: true, relax_column_count: true }).map((row) => row.map((each) => each.replace(/^[ \t]+|[ \t]+$/g, '')));
        const found = scanned(text);
        expect(found.header).toEqual(expected[0]);
        expect(found.rows.map((row) => row.map((each) => each.text))).toEqual(expected.slice(1));
        for (const { text: each, number } of found.rows.flat()) expect(number).toBe(each === '' ? Number.NaN : Number(each));
      },
    ), { numRuns: 300 });
  });

  it('leaves what a short row does not reach empty, whatever stood there before, and skips empty lines', () => {
    const { rows } = scanned('a,b,c\n1,2,3\n\n4\r\n\r\n5,6\n');
    expect(rows.map((row) => row.map(({ text, number }) => [text, number]))).toEqual([
      [['1', 1], ['2', 2], ['3', 3]], [['4', 4], ['', Number.NaN], ['', Number.NaN]], [['5', 5], ['6', 6], ['', Number.NaN]],
    ]);
  });

  it('knows the line a row starts on, line breaks in quotes counted', () => {
    const scanner = new CsvScanner(Buffer.from('a,b\n"x\ny",1\n\nz,2\n'));
    const lines: number[] = [];
    while (scanner.next()) lines.push(scanner.line);
    expect(lines).toEqual([2, 5]);
  });
});
