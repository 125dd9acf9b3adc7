import { parse } from 'csv-parse/sync';
import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { CsvScanner } from '../../../../infra/cli/clv/csv-scanner.ts';

const cell = fc.oneof(
  fc.constantFrom('', '0', '.5', '5.', '.', '12', '007', '12.34', '1234567890123.45', '123456789012345678', '-3', '1e3', '0.1', '3 EUR', '1997-03-14', '卡 7', 'Ms "B", née', 'two\nlines', 'NaN', '0x1F', '0b1', '-0x1F', '+5', '1e-3'),
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
  const scanner = new CsvScanner('table.csv', Buffer.from(text));
  const columns = [...scanner.header.keys()];
  // Each column once as text and, in a second pass, once as a number.
  const pass = (numbers: readonly number[]) => {
    const each = new CsvScanner('table.csv', Buffer.from(text));
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
  it('finds the fields that a general parser finds, and in each the decimal number that the language reads there', () => {
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
        for (const { text: each, number } of found.rows.flat()) expect(number).toBe(each === '' || /^0[xb]/.test(each) ? Number.NaN : Number(each));
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
    const scanner = new CsvScanner('table.csv', Buffer.from('a,b\n"x\ny",1\n\nz,2\n'));
    const lines: number[] = [];
    while (scanner.next()) lines.push(scanner.line);
    expect(lines).toEqual([2, 5]);
  });

  it('takes more fields than the header has only where the rest is empty, and a header with the delimiter in a quoted name for as wide as it is', () => {
    expect(scanned('a,b\n1,2,\n3,4,"" , \r\n5,6,,').rows.map((row) => row.map(({ text }) => text))).toEqual([['1', '2'], ['3', '4'], ['5', '6']]);
    expect(scanned('"a,b",c\n"1,2",3,\n')).toMatchObject({ header: ['a,b', 'c'], rows: [[{ text: '1,2' }, { text: '3' }]] });
    expect(() => scanned('a,b\n1,2\n\n1,,3\n')).toThrow('table.csv:4: 3 fields, but the header has 2; ');
    expect(() => scanned('"a,b",c\n1,2,3\n')).toThrow('table.csv:2: 3 fields, but the header has 2; ');
  });

  it('takes blanks after a closing quotation mark, and nothing else', () => {
    expect(scanned('a,b\r\n"x" ,"1"\t\r\n"y","2"').rows.map((row) => row.map(({ text }) => text))).toEqual([['x', '1'], ['y', '2']]);
    expect(() => scanned('a,b\n"x"y,1\n')).toThrow('table.csv:2: a quotation mark is opened here and closed in front of more text; ');
    expect(() => scanned('a,b\n"x"\ry,1\n')).toThrow('table.csv:2: a quotation mark is opened here and closed in front of more text; ');
    expect(() => scanned('a,b\nz,"x\nz,2\n"y",2\n')).toThrow('table.csv:2: a quotation mark is opened here and closed on line 4 in front of more text; ');
    expect(() => scanned('a,b\n"x\ny",1\nz,"2\n3,4\n')).toThrow('table.csv:4: a quotation mark is opened here and never closed; ');
  });
});
