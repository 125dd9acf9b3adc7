import { dayAt, partsOf, type Day } from '../calendar.ts';
import type { ContactSettings } from './settings.ts';
import type { ContactSubject } from './subject.ts';

/** A birthday to prepare for. */
export interface Birthday { customerId: string; storeId: string; associateId: string | null; day: Day; tier: string; gift: { name: string; cost: number } | null }

/** The birthdays of the month after the one `date` lies in, by day, with the gift that goes with the tier; a list for the end of the month. */
export function birthdaysOfNextMonth(subjects: Iterable<ContactSubject>, settings: ContactSettings, date: Day): Birthday[] {
  const { year, month } = partsOf(date);
  const list: Birthday[] = [];
  for (const { history, tier } of subjects) {
    if (history.birthday === null || Math.floor(history.birthday / 100) !== (month % 12) + 1) continue;
    list.push({
      customerId: history.customerId, storeId: history.homeStore, associateId: history.associateId,
      day: dayAt(year, month + 1, history.birthday % 100), tier, gift: settings.gifts[tier] ?? null,
    });
  }
  return list.sort((a, b) => a.day - b.day || (a.customerId < b.customerId ? -1 : 1));
}
