import { PutEventsCommand, type EventBridgeClient, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { Announcement, Bus } from '../../ports.ts';

/** What one call may carry. */
const eventsPerCall = 10;
const bytesPerCall = 256 * 1024;
const callsInFlight = 8;
const attempts = 5;

/** The event bus, for what the product itself has to say, or hands on under another source. */
export class EventBridgeBus implements Bus {
  constructor(private readonly client: EventBridgeClient, private readonly busName: string, private readonly source = 'guibin') {}

  async announce(announcements: readonly Announcement[]): Promise<void> {
    const entries = announcements.map(({ detailType, detail }): PutEventsRequestEntry => ({
      EventBusName: this.busName, Source: this.source, DetailType: detailType, Detail: JSON.stringify(detail),
    }));
    const calls = callsFor(entries);
    let next = 0;
    await Promise.all(Array.from({ length: callsInFlight }, async () => {
      while (next < calls.length) await this.#send(calls[next++]!);
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

function callsFor(entries: readonly PutEventsRequestEntry[]): PutEventsRequestEntry[][] {
  const calls: PutEventsRequestEntry[][] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    const size = Buffer.byteLength(`${entry.Source}${entry.DetailType}${entry.Detail}`);
    bytes += size;
    if (bytes > bytesPerCall || calls.at(-1)!.length === eventsPerCall) {
      calls.push([]);
      bytes = size;
    }
    calls.at(-1)!.push(entry);
  }
  return calls;
}
