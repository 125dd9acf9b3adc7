import { PutEventsCommand, type EventBridgeClient, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { Announcement, Bus } from '../../ports.ts';

const eventsPerCall = 10;
const callsInFlight = 8;
const attempts = 5;

/** The event bus, for what the product itself has to say, or hands on under another source. */
export class EventBridgeBus implements Bus {
  constructor(private readonly client: EventBridgeClient, private readonly busName: string, private readonly source = 'guibin') {}

  async announce(announcements: readonly Announcement[]): Promise<void> {
    const entries = announcements.map(({ detailType, detail }): PutEventsRequestEntry => ({
      EventBusName: this.busName, Source: this.source, DetailType: detailType, Detail: JSON.stringify(detail),
    }));
    let next = 0;
    await Promise.all(Array.from({ length: callsInFlight }, async () => {
      while (next < entries.length) {
        const from = next;
        next += eventsPerCall;
        await this.#send(entries.slice(from, next));
      }
    }));
  }

  async #send(entries: PutEventsRequestEntry[]): Promise<void> {
    let open = entries;
    for (let attempt = 0; open.length > 0; attempt++) {
      if (attempt === attempts) throw new Error(`${open.length} announcements were refused by the bus ${attempts} times`);
      const { Entries } = await this.client.send(new PutEventsCommand({ Entries: open }));
      open = open.filter((_, at) => Entries?.[at]?.ErrorCode);
    }
  }
}
