import { describe, expect, it } from 'vitest';
import { CsvScanner } from '../../../../infra/cli/clv/csv-scanner.ts';
import { hash, IdTable } from '../../../../infra/cli/clv/id-table.ts';

/** The number and text of each row's first field. */
function numbered(rows: readonly string[]): [number, string][] {
  const scanner = new CsvScanner('table.csv', Buffer.from(`id\n${rows.join('\n')}\n`));
  scanner.choose([0], []);
  const ids = new IdTable(scanner.bytes);
  const found: [number, string][] = [];
  while (scanner.next()) {
    const number = ids.numberOf(scanner.start[0]!, scanner.end[0]!);
    found.push([number, ids.text(number)]);
  }
  return found;
}

describe('ids of a file', () => {
  it('are numbered in the order they first appear, wherever a customer’s rows stand', () => {
    expect(numbered(['b', 'b', 'a', 'ab', 'b', 'ba', 'ab'])).toEqual([[0, 'b'], [0, 'b'], [1, 'a'], [2, 'ab'], [0, 'b'], [3, 'ba'], [2, 'ab']]);
  });

  it('are the same with and without quotation marks and blanks around them, in any script', () => {
    expect(numbered(['卡 7', '"卡 7"', '  卡 7\t', '" 卡 7 "', '"a ""b"""', '007', '7'])).toEqual([
      [0, '卡 7'], [0, '卡 7'], [0, '卡 7'], [0, '卡 7'], [1, 'a "b"'], [2, '007'], [3, '7'],
    ]);
  });

  it('have places all over a table of any size', () => {
    const places = new Set(Array.from({ length: 20_000 }, (_, i) => {
      const id = Buffer.from(`C${String(i).padStart(7, '0')}`);
      return hash(id, 0, id.length) >>> 20;
    }));
    expect(places.size).toBeGreaterThan(4000);
  });

  it('stay apart however many there are', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `C${(i * 7919) % 30_000}`);
    expect(numbered([...many, ...many])).toEqual([...many.keys(), ...many.keys()].map((number) => [number, many[number]]));
  });
});
