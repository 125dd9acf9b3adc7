import type { TransferOrder } from '../contract/questions.ts';
import type { TransferAnswer } from '../contract/service-answers.ts';
import { formatDay, type BusinessCalendar } from '../domain/calendar.ts';
import type { Bus, Clock } from '../ports.ts';
import type { View } from './view.ts';

export interface TransferWorld { inbox: Bus; clock: Clock; calendar: BusinessCalendar; newId: () => string }

/**
 * Gives a customer to another associate from now on, of her own store unless another is named; who made sales and enrolments stays as it was.
 * It is sent as an event like any other, so live views show it at once and everything else after the next night.
 * Null when there is none the reader may name. Throws OtherStore where the reader may not speak for the store she would go to.
 */
export async function transferCustomer(customerId: string, { associateId, storeId }: TransferOrder, view: View, { inbox, clock, calendar, newId }: TransferWorld): Promise<TransferAnswer | null> {
  const seen = await view.liveCustomer(customerId);
  if (!seen) return null;
  const to = view.scope.storeFor(storeId) ?? seen.history.homeStore;
  const [id, now] = [newId(), clock.now()];
  await inbox.announce([{ detailType: 'CustomerUpdated', detail: { id, storeId: to, customerId, occurredAt: now.toISOString(), associateId } }]);
  return { id, customerId, storeId: to, associateId, from: formatDay(calendar.dayOf(now.getTime())) };
}
