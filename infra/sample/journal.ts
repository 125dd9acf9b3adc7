import { formatDay, type Day } from '../../functions/domain/calendar.ts';
import type { EventType } from '../../functions/contract/events.ts';

/** An event as it goes on the bus. */
export interface SampleEvent { 'detail-type': EventType; detail: { id: string; occurredAt: string; customerId?: string } & Record<string, unknown> }

/** The invented chain keeps China's time, which has no summer time. */
export const offset = '+08:00';
const minutesPerDay = 1_440;

/** Collects what happens up to the end of the last day; what would happen later has not happened. */
export class Journal {
  readonly events: SampleEvent[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(readonly last: Day) {}

  /** Notes something that happens `minute` minutes into `day` (more than a day's worth runs on into the next); false when it lies in the future. */
  note(detailType: EventType, day: Day, minute: number, detail: { id: string } & Record<string, unknown>): boolean {
    const on = day + Math.floor(minute / minutesPerDay);
    if (on > this.last) return false;
    this.events.push({ 'detail-type': detailType, detail: { ...detail, occurredAt: instant(on, minute % minutesPerDay) } });
    return true;
  }

  /** The next number in a series such as the tickets of one shop and day, as `001`. */
  number(series: string): string {
    const next = (this.#numbers.get(series) ?? 0) + 1;
    this.#numbers.set(series, next);
    return String(next).padStart(3, '0');
  }
}

/** ISO time of a minute of a day of the chain. */
export function instant(day: Day, minute: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${formatDay(day)}T${two(minute / 60)}:${two(minute % 60)}:00${offset}`;
}
