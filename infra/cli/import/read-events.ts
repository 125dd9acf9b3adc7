import { describeProblems, parseEvent } from '../../../functions/contract/parse-event.ts';
import type { ImportRecord } from './record.ts';

/** What becomes of each record of a file. */
export interface ImportSink {
  accept: (event: { detailType: string; detailJson: string; line: number; raw: string }) => Promise<void> | void;
  reject: (line: number, reason: string, raw: string) => void;
  skip: (reason: string) => void;
}

/** Checks every record as the ingest will, and gives each to the sink: nothing is sent that would be refused later. */
export async function readEvents(records: AsyncIterable<ImportRecord>, now: Date, sink: ImportSink): Promise<void> {
  for await (const record of records) {
    if (record.is === 'skipped') {
      sink.skip(record.reason);
    } else if (record.is === 'rejected') {
      sink.reject(record.line, record.reason, record.raw);
    } else {
      const { detailType, detail, line, raw } = record;
      const parsed = parseEvent(detailType, detail, now);
      if (parsed.ok) await sink.accept({ detailType, detailJson: JSON.stringify(detail), line, raw });
      else sink.reject(line, describeProblems(parsed.problems), raw);
    }
  }
}
