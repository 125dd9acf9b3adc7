import { hash53 } from './hash53.ts';
import type { EventRecord, ImportRecord, Rejected, Skipped } from './record.ts';
import type { ImportedLine } from './sale-line.ts';

/** One row of a file in which a ticket takes several rows. */
export interface TicketRow {
  is: 'ticket-row';
  line: number;
  raw: string;
  ticketId: string;
  occurredAt: string;
  storeId: string;
  customerId: string | undefined;
  associateId?: string | undefined;
  currency: string;
  saleLine: ImportedLine;
}
interface OpenTicket { first: TicketRow; lines: ImportedLine[]; lastRow: number }

/** Rows of one ticket may lie this many rows apart; so many rows at most are held in memory. */
const patience = 20_000;
const sweepEvery = 2_000;

/**
 * Gathers rows into one sale a ticket, wherever they stand within the reach of `patience` rows.
 * A row that comes after its ticket had to be closed is rejected, so that nothing is dropped unseen.
 */
export async function* groupTickets(rows: AsyncIterable<TicketRow | Skipped | Rejected>): AsyncGenerator<ImportRecord> {
  const open = new Map<string, OpenTicket>();
  const closed = new Set<number>();
  let rowsRead = 0;
  for await (const row of rows) {
    rowsRead += 1;
    if (row.is === 'ticket-row') {
      const rejected = addRow(open, closed, row, rowsRead);
      if (rejected) yield rejected;
    } else {
      yield row;
    }
    if (rowsRead % sweepEvery === 0) yield* closeIdle(open, closed, rowsRead - patience);
  }
  yield* closeIdle(open, closed, rowsRead);
}

function addRow(open: Map<string, OpenTicket>, closed: Set<number>, row: TicketRow, rowsRead: number): Rejected | undefined {
  const reject = (reason: string): Rejected => ({ is: 'rejected', line: row.line, reason, raw: row.raw });
  const ticket = open.get(row.ticketId);
  if (!ticket) {
    if (closed.has(hash53(row.ticketId))) return reject(`ticket ${row.ticketId} began more than ${patience} rows earlier; sort the file by ticket`);
    open.set(row.ticketId, { first: row, lines: [row.saleLine], lastRow: rowsRead });
    return undefined;
  }
  const differs = (['customerId', 'storeId', 'currency'] as const).find((field) => ticket.first[field] !== row[field]);
  if (differs) return reject(`${differs}: is not the one in line ${ticket.first.line} of the same ticket`);
  ticket.lines.push(row.saleLine);
  ticket.lastRow = rowsRead;
  return undefined;
}

function* closeIdle(open: Map<string, OpenTicket>, closed: Set<number>, untilRow: number): Generator<EventRecord> {
  for (const [ticketId, { first, lines, lastRow }] of open) {
    if (lastRow > untilRow) continue;
    open.delete(ticketId);
    closed.add(hash53(ticketId));
    const { line, raw, occurredAt, storeId, customerId, associateId, currency } = first;
    const recordedAt = recordedAtOf(occurredAt, lines.length);
    yield { is: 'event', line, raw, detailType: 'SaleRecorded', detail: { id: ticketId, occurredAt, recordedAt, storeId, customerId, associateId, currency, lines } };
  }
}

/**
 * The end of the ticket's day plus a millisecond a line. When part of a ticket was imported first and the whole of it later,
 * the longer statement must win whatever the order, and importing the same file twice must say the same thing twice.
 */
function recordedAtOf(occurredAt: string, lineCount: number): string | undefined {
  const endOfDay = Date.parse(`${occurredAt.slice(0, 10)}T23:59:59${occurredAt.slice(19)}`);
  return lineCount === 1 || Number.isNaN(endOfDay) ? undefined : new Date(endOfDay + lineCount).toISOString();
}
