import { toMinorUnits } from '../amounts.ts';
import { needDecimal, needTime, needWhole } from '../bad-row.ts';
import { goodsCategory } from '../goods-category.ts';
import { groupTickets, type TicketRow } from '../group-tickets.ts';
import { readCsv } from '../read-file.ts';
import type { Format, Skipped } from '../record.ts';
import { saleLine } from '../sale-line.ts';
import { ZonedTime } from '../zoned-time.ts';

const columns = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'];

/**
 * The UCI Online Retail table: one row a line, one sale an InvoiceNo.
 * Left out are rows without CustomerID, cancellations, and rows whose quantity or price is not above zero. Money is rounded line by line.
 */
export const onlineRetail: Format = (file, { currency, minorDigits, timeZone, storeId = 'ONLINE' }) => {
  const time = new ZonedTime(timeZone);
  return groupTickets(readCsv(file, columns, ({ line, cells, raw }): TicketRow | Skipped => {
    const [invoice = '', sku = '', description = '', quantityText = '', date = '', priceText = '', customerText = ''] = cells;
    const skip = (reason: string): Skipped => ({ is: 'skipped', line, reason });
    if (customerText === '') return skip('no CustomerID');
    if (invoice.toUpperCase().startsWith('C')) return skip('cancellation');
    const quantity = needWhole('Quantity', quantityText);
    if (quantity <= 0) return skip('quantity not above zero');
    const price = needDecimal('UnitPrice', priceText);
    if (price.units <= 0) return skip('price not above zero');
    return {
      is: 'ticket-row', line, raw, ticketId: invoice, occurredAt: needTime(time, 'InvoiceDate', date), storeId,
      // Spreadsheets that held empty cells wrote the ids as 17850.0.
      customerId: customerText.replace(/\.0$/, ''), currency,
      saleLine: saleLine(sku, goodsCategory(description), quantity, toMinorUnits(price, minorDigits, quantity)),
    };
  }));
};
