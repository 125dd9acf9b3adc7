import type { EventsAnswer } from '../contract/service-answers.ts';
import type { Exchange } from '../domain/money.ts';
import type { Announcement, Bus, Clock } from '../ports.ts';
import { checkedEvent } from './checked-event.ts';

export interface RecordEventsWorld { inbox: Bus; clock: Clock; exchange: Exchange }
export interface SentEvent { 'detail-type': string; detail: Record<string, unknown> }

/** Checks events as the ingest will and puts the good ones on the bus; says of each whether it was taken, and if not why. */
export async function recordEvents(sent: readonly SentEvent[], { inbox, clock, exchange }: RecordEventsWorld): Promise<EventsAnswer> {
  const now = clock.now();
  const accepted: Announcement[] = [];
  const events = sent.map(({ 'detail-type': detailType, detail }): EventsAnswer['events'][number] => {
    const parsed = checkedEvent(detailType, detail, now, exchange);
    if (!parsed.ok) return { id: typeof detail['id'] === 'string' ? detail['id'].slice(0, 128) : null, accepted: false, problems: parsed.problems };
    accepted.push({ detailType, detail: { ...detail, id: parsed.event.id } });
    return { id: parsed.event.id, accepted: true };
  });
  await inbox.announce(accepted);
  return { accepted: accepted.length, rejected: events.length - accepted.length, events };
}
