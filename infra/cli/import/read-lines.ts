import { StringDecoder } from 'node:string_decoder';
import { UnusableInput } from '../errors.ts';
import { openText } from './read-file.ts';
import type { SourceFile } from './record.ts';

/** No sender writes a line this long on purpose; a file without line ends must not fill the memory. */
const longestLine = 16 * 1024 * 1024;

/** The lines of a text file, without their ends. Throws UnusableInput when the file cannot be read. */
export async function* readLines(file: SourceFile): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of openText(file) as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop()!;
      if (rest.length > longestLine) throw new Error(`a line is longer than ${longestLine / 1024 / 1024} MB`);
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
  } catch (error) {
    throw new UnusableInput(`cannot read ${file.path}: ${(error as Error).message}`);
  }
  if (rest !== '') yield rest;
}
