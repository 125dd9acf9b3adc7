import { toMinorUnits } from '../amounts.ts';
import { needDecimal, needTime, needWhole } from '../bad-row.ts';
import { Ordinals } from '../ordinals.ts';
import { readCsv } from '../read-file.ts';
import type { EventRecord, Format } from '../record.ts';
import { saleLine } from '../sale-line.ts';
import { ZonedTime } from '../zoned-time.ts';

/** Music sales of an early web shop: `customer_id,date,cds,amount`, one row one sale; rows of amount 0 are sales too. */
export const cdnow: Format = (file, { currency, minorDigits, timeZone, storeId }) => {
  const time = new ZonedTime(timeZone);
  const ordinals = new Ordinals();
  return readCsv(file, ['customer_id', 'date', 'cds', 'amount'], ({ line, cells, raw }): EventRecord => {
    const [customerId = '', date = '', cds = '', paid = ''] = cells;
    const occurredAt = needTime(time, 'date', date);
    const amount = toMinorUnits(needDecimal('amount', paid), minorDigits);
    const lines = [saleLine('CD', undefined, needWhole('cds', cds), amount)];
    const id = ordinals.id(`${customerId}/${date}/${cds}/${paid}`);
    return { is: 'event', line, raw, detailType: 'SaleRecorded', detail: { id, occurredAt, storeId: storeId ?? 'CDNOW', customerId, currency, lines } };
  });
};
