import type { SampleEvent } from '../../../infra/sample/journal.ts';

/** Names that must do no harm in a page or in a spreadsheet. They are for tests, the sample chain has none of them. */
export const hostileNames = ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")'] as const;

/** Two members with such names, enrolled on a day and with a sale on it each. */
export function hostileCustomers(day: string): SampleEvent[] {
  return hostileNames.flatMap((name, at): SampleEvent[] => {
    const about = { storeId: 'S01', customerId: `HOSTILE-${at + 1}`, associateId: 'A01', occurredAt: `${day}T11:00:00+08:00` };
    return [
      { 'detail-type': 'CustomerEnrolled', detail: { ...about, id: `EN-HOSTILE-${at + 1}`, obtained: 'paid', hard: { name, address: name }, soft: { taste: name } } },
      { 'detail-type': 'SaleRecorded', detail: { ...about, id: `T-HOSTILE-${at + 1}`, currency: 'CNY', lines: [{ sku: 'X', category: name, quantity: 1, unitPrice: 100_000 }] } },
    ];
  });
}
