import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../functions/adapters/http/csv.ts';

const lineOf = (cell: string | number | boolean | null | undefined) => csvOf({ columns: ['a'], rows: [[cell]] }).slice('\uFEFFa\r\n'.length);

describe('CSV', () => {
  it('begins with a byte-order mark and ends every line with CRLF (RFC 4180)', () => {
    expect(csvOf({ columns: ['a', 'b'], rows: [['x', 1], ['y', null]] })).toBe('\uFEFFa,b\r\nx,1\r\ny,\r\n');
  });

  it.each([['a,b', '"a,b"'], ['say "hi"', '"say ""hi"""'], ['two\nlines', '"two\nlines"'], ['plain', 'plain'], ['王芳', '王芳']])('quotes %j where it has to', (cell, text) => {
    expect(lineOf(cell)).toBe(`${text}\r\n`);
  });

  // OWASP, CSV Injection: the characters that make spreadsheets take a cell for a formula.
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])('keeps the text %j from becoming a formula', (cell) => {
    expect(lineOf(cell).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it.each([[-5, '-5'], [0.25, '0.25'], [1e21, '1e+21'], [true, 'true'], [null, ''], [undefined, '']])('leaves %j what it is', (cell, text) => {
    expect(lineOf(cell)).toBe(`${text}\r\n`);
  });
});
