import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { UnusableInput } from '../errors.ts';
import { BadRow } from './bad-row.ts';
import type { Rejected, SourceFile } from './record.ts';

/** The text of a file as a stream, unpacked when its name ends in `.gz`. Errors reach the reader of the stream. */
export function openText(file: SourceFile): Readable {
  const source = createReadStream(file.path, { highWaterMark: 256 * 1024 });
  source.on('data', (chunk) => file.onRead(chunk.length));
  if (!file.path.endsWith('.gz')) return source;
  const unpacked = createGunzip();
  // The error is seen by whoever reads `unpacked`.
  pipeline(source, unpacked, () => undefined);
  return unpacked;
}

/** One row of a CSV file: its trimmed cells in the order of the columns asked for, and the line it starts on. */
export interface CsvRow { line: number; cells: string[]; raw: string }

/**
 * Reads a CSV file with a header and makes something of every row; an absent cell is empty.
 * A row that `read` refuses with BadRow, or whose quotes make no sense, comes as rejected.
 * Throws UnusableInput when a column is missing or the file cannot be read.
 */
export async function* readCsv<T>(file: SourceFile, columns: readonly string[], read: (row: CsvRow) => T): AsyncGenerator<T | Rejected> {
  const broken: Rejected[] = [];
  const parser = parse({
    bom: true, relax_column_count: true, relax_quotes: true, skip_records_with_error: true, max_record_size: 1 << 20,
    on_skip: (error, raw) => {
      broken.push({ is: 'rejected', line: Number(error?.['lines'] ?? 0), reason: error?.message ?? 'cannot be read', raw: raw?.slice(0, 1000) ?? '' });
    },
  });
  pipeline(openText(file), parser, () => undefined);
  let positions: number[] | undefined;
  let nextLine = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield* broken.splice(0);
      const line = nextLine;
      nextLine += 1;
      for (const cell of cells) if (cell.includes('\n')) nextLine += cell.split('\n').length - 1;
      if (positions === undefined) {
        positions = positionsOf(columns, cells.map((cell) => cell.trim()), file.path);
      } else if (cells.length > 1 || cells[0] !== '') {
        yield readRow({ line, cells: positions.map((at) => (cells[at] ?? '').trim()), raw: cells.join(',') }, read);
      }
    }
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw new UnusableInput(`cannot read ${file.path}: ${(error as Error).message}`);
  }
  yield* broken;
  if (positions === undefined) throw new UnusableInput(`${file.path} is empty`);
}

function readRow<T>(row: CsvRow, read: (row: CsvRow) => T): T | Rejected {
  try {
    return read(row);
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    return { is: 'rejected', line: row.line, reason: error.message, raw: row.raw };
  }
}

function positionsOf(columns: readonly string[], header: string[], path: string): number[] {
  return columns.map((column) => {
    const at = header.indexOf(column);
    if (at < 0) throw new UnusableInput(`${path} has no column ${column}; it has ${header.slice(0, 20).join(', ').slice(0, 200)}`);
    return at;
  });
}
