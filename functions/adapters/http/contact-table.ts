import type { ContactList } from '../../contract/contact-answers.ts';
import type { CsvTable } from './csv.ts';
import { sourceOf, sources } from './csv-tables.ts';

/** One page of contacts, one line each. */
export function contactTable(list: ContactList): CsvTable {
  return {
    name: `contacts-due-${list.from}`,
    columns: ['id', 'customerId', 'name', 'tier', 'storeId', 'associateId', 'purpose', 'channel', 'day', 'lastDay', 'fromHour', 'toHour', 'text', 'done', 'outcome', ...sources],
    rows: list.items.map((item) => [
      item.id, item.customerId, item.name, item.tier, item.storeId, item.associateId, item.purpose, item.channel, item.day, item.lastDay, item.hours.from, item.hours.to,
      item.text, item.done, item.outcome, ...sourceOf(list),
    ]),
  };
}
