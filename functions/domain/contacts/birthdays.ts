import { dayAt, partsOf, type Day } from '../calendar.ts';
import type { ContactSettings } from './settings.ts';

/** A birthday to prepare for; the gift's cost in minor units. */
export interface BirthdayPlan { day: Day; gift: { name: string; cost: number } | null }

/** A customer's first birthday after a day, with the gift that goes with her tier; null where no birthday is known. The 29th of February is the 28th in other years. */
export function nextBirthday({ birthday }: { birthday: number | null }, tier: string | null, { gifts }: Pick<ContactSettings, 'gifts'>, after: Day): BirthdayPlan | null {
  if (birthday === null) return null;
  const { year } = partsOf(after);
  const on = (inYear: number): Day => dayAt(inYear, Math.floor(birthday / 100), birthday % 100);
  return { day: on(year) > after ? on(year) : on(year + 1), gift: gifts[tier ?? ''] ?? null };
}
