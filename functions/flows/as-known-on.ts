import { parseDay, type BusinessCalendar } from '../domain/calendar.ts';

/** The instant an `asKnownOn` means: a date stands for the end of that business day. Null for now. */
export function asKnownOn(text: string | undefined, calendar: BusinessCalendar): Date | null {
  if (text === undefined) return null;
  return new Date(text.length === 'YYYY-MM-DD'.length ? calendar.startOf(parseDay(text) + 1) - 1 : Date.parse(text));
}
