import type { BusinessCalendar, Day } from '../calendar.ts';
import { formatDay, parseDay } from '../calendar.ts';
import type { Fact } from './facts.ts';

/**
 * The part of the ledger a fact belongs to: its customer, or for a walk-in the store and business day of the sale.
 * A `#` cannot occur in a customer id, so the two never meet.
 */
export function partitionOf(fact: Fact, calendar: BusinessCalendar): string {
  if (fact.customerId !== undefined) return fact.customerId;
  const soldOn = fact.kind === 'SaleReturned' ? fact.soldOn : undefined;
  return walkInPartition(fact.storeId, soldOn ? parseDay(soldOn) : calendar.dayOf(Date.parse(fact.occurredAt)));
}

/** Where sales without a customer of one store and day are kept. */
export function walkInPartition(storeId: string, day: Day): string {
  return `walk-in#${storeId}#${formatDay(day)}`;
}

/** True for a partition of walk-in sales, which counts in the KPIs and has no customer. */
export function isWalkIn(partition: string): boolean {
  return partition.startsWith('walk-in#');
}

/** Every partition that has to see a fact: a correction that moves a sale to another customer must be seen where it was booked before. */
export function partitionsOf(fact: Fact, calendar: BusinessCalendar): string[] {
  const home = partitionOf(fact, calendar);
  const before = fact.kind === 'SaleRecorded' ? fact.previousCustomerId : undefined;
  return before === undefined || before === home ? [home] : [home, before];
}

/** The partition in which the facts of an erased customer are kept, under a name that leads nobody to her. */
export function erasedPartition(pseudonym: string): string {
  return `erased#${pseudonym}`;
}

/** True for the partition of an erased customer: she counts in the KPIs as any other, and nobody can be shown. */
export function isErased(partition: string): boolean {
  return partition.startsWith('erased#');
}

/** True for a customer who can be named: on a card, in a list, in an announcement. */
export function isNamed(partition: string): boolean {
  return !isWalkIn(partition) && !isErased(partition);
}
