import { closeSync, ftruncateSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';

/** An append-only file of lines. What `append` has acknowledged survives the death of this process. */
export interface Journal {
  /** Resolves when the line is handed to the operating system; all lines of one turn of the event loop go in one write. */
  append(line: string): Promise<void>;
  /** Bytes in the file. */
  size(): number;
  /** Replaces the whole content at once; a death in between leaves the old or the new content. */
  rewrite(lines: Iterable<string>): void;
  end(): void;
}

const NEWLINE = 0x0a;

/** Opens or creates a journal and calls `replay` with each of its lines in order. A last line cut short by a crash was never acknowledged and is removed. */
export function openJournal(file: string, replay: (line: string) => void): Journal {
  let descriptor = openSync(file, 'a+', 0o600);
  let bytes = replayLines(readFileSync(file), replay);
  ftruncateSync(descriptor, bytes);

  let waiting: string[] = [];
  let flushed: Promise<void> | undefined;
  let ended = false;

  const flush = () => {
    flushed = undefined;
    if (waiting.length === 0) return;
    const content = Buffer.from(waiting.join(''));
    waiting = [];
    for (let offset = 0; offset < content.length;) offset += writeSync(descriptor, content, offset);
    bytes += content.length;
  };

  return {
    append: (line) => {
      // A promise that stays open: what cannot be written any more is never acknowledged.
      if (ended) return new Promise(() => {});
      waiting.push(line, '\n');
      flushed ??= new Promise((resolve, reject) => {
        setImmediate(() => {
          try {
            flush();
            resolve();
          } catch (error) {
            reject(error);
          }
        });
      });
      return flushed;
    },
    size: () => bytes,
    rewrite: (lines) => {
      // What waits is part of the state that the caller now writes out.
      waiting = [];
      const content = Buffer.from([...lines, ''].join('\n'));
      writeFileSync(`${file}.new`, content, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      closeSync(descriptor);
      descriptor = openSync(file, 'a+', 0o600);
      bytes = content.length;
    },
    end: () => {
      flush();
      ended = true;
      closeSync(descriptor);
    },
  };
}

function replayLines(content: Buffer, replay: (line: string) => void): number {
  let start = 0;
  for (let end = content.indexOf(NEWLINE); end !== -1; end = content.indexOf(NEWLINE, start)) {
    replay(content.toString('utf8', start, end));
    start = end + 1;
  }
  return start;
}
