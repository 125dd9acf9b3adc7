import { minorDigits as digitsOf } from '../../../../functions/domain/money.ts';
import { UnusableInput } from '../../errors.ts';
import { toMinorUnits } from '../amounts.ts';
import { BadRow, needDecimal, needTime, needWhole } from '../bad-row.ts';
import { csvFields, type CsvField } from '../csv-fields.ts';
import { groupTickets, type TicketRow } from '../group-tickets.ts';
import { Ordinals } from '../ordinals.ts';
import { readCsv, type CsvRow } from '../read-file.ts';
import type { EventRecord, Format, FormatSettings } from '../record.ts';
import { saleLine } from '../sale-line.ts';
import { ZonedTime } from '../zoned-time.ts';

/**
 * Any CSV file with a header, by the columns given with `--map`. `amount` is what was paid for the row.
 * With `id` mapped, rows of one id are the lines of one ticket; without it every row is a sale of its own.
 */
export const csv: Format = (file, settings) => {
  const { columns } = settings;
  for (const field of ['date', 'amount'] as const) {
    if (!columns.has(field)) throw new UnusableInput(`--format csv needs --map ${field}=COLUMN; fields are ${csvFields.join(', ')}`);
  }
  const mapped = csvFields.filter((field) => columns.has(field));
  const time = new ZonedTime(settings.timeZone);
  const rows = readCsv(file, mapped.map((field) => columns.get(field)!), (row) => ticketRow(row, mapped, settings, time));
  return columns.has('id') ? groupTickets(rows) : oneRowOneSale(rows);
};

function ticketRow({ line, cells, raw }: CsvRow, mapped: readonly CsvField[], settings: FormatSettings, time: ZonedTime): TicketRow {
  const cell = (field: CsvField): string | undefined => {
    const at = mapped.indexOf(field);
    return at < 0 ? undefined : cells[at] || undefined;
  };
  const currency = cell('currency')?.toUpperCase() ?? settings.currency;
  if (!/^[A-Z]{3}$/.test(currency)) throw new BadRow('currency', currency, 'is not an ISO 4217 code');
  const ticketId = cell('id') ?? '';
  if (mapped.includes('id') && ticketId === '') throw new BadRow('id', '', 'is missing');
  const amount = toMinorUnits(needDecimal('amount', cell('amount') ?? ''), digitsOf(currency));
  const quantity = needWhole('quantity', cell('quantity') ?? '1');
  return {
    is: 'ticket-row', line, raw, ticketId, occurredAt: needTime(time, 'date', cell('date') ?? ''),
    storeId: cell('store') ?? settings.storeId ?? 'MAIN', customerId: cell('customer'), associateId: cell('associate'), currency,
    saleLine: saleLine(cell('sku') ?? 'GOODS', cell('category'), quantity, amount),
  };
}

async function* oneRowOneSale<Other extends { is: string }>(rows: AsyncIterable<TicketRow | Other>): AsyncGenerator<EventRecord | Exclude<Other, TicketRow>> {
  const ordinals = new Ordinals();
  for await (const row of rows) {
    if (row.is !== 'ticket-row') {
      yield row as Exclude<Other, TicketRow>;
      continue;
    }
    const { line, raw, occurredAt, storeId, customerId, associateId, currency, saleLine: sold } = row as TicketRow;
    const content = [customerId ?? storeId, occurredAt.slice(0, 19), sold.sku, sold.quantity, sold.amount ?? sold.unitPrice * sold.quantity];
    const id = ordinals.id(content.join('/'));
    yield { is: 'event', line, raw, detailType: 'SaleRecorded', detail: { id, occurredAt, storeId, customerId, associateId, currency, lines: [sold] } };
  }
}
