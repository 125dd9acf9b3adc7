import { setTimeout as pause } from 'node:timers/promises';
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { CommandFailed } from '../errors.ts';
import { firstLine, isUnreachable, unreachable, type Stack } from '../stack.ts';

/** What PutEvents allows in one call. */
const maxEntries = 10;
const maxBytes = 256 * 1024;
const maxAttempts = 8;
/** Refusals that a second try cannot change. */
const hopeless = new Set(['InvalidArgument', 'MalformedDetail', 'NotAuthorizedForSource', 'NotAuthorizedForDetailType']);

/** An event ready to be sent; `onRefused` hears when the bus will not have it. */
export interface Outgoing { detailType: string; detailJson: string; onRefused?: (reason: string) => void }

/**
 * Puts events on the stack's bus, ten a call and several calls in flight, and sends again what the bus could not take.
 * `send` waits while enough is under way, so a file streams through at the pace of the bus.
 */
export class EventSender {
  readonly #client: EventBridgeClient;
  readonly #underWay = new Set<Promise<void>>();
  #batch: Outgoing[] = [];
  #batchBytes = 0;
  #failure: Error | undefined;

  constructor(private readonly stack: Stack, private readonly source: string, private readonly callsInFlight = 8) {
    this.#client = new EventBridgeClient(stack.settings);
  }

  /** Takes one event; resolves at once unless enough is under way. Throws CommandFailed when the bus has stopped answering. */
  async send(event: Outgoing): Promise<void> {
    const bytes = Buffer.byteLength(event.detailJson) + event.detailType.length + this.source.length;
    if (bytes > maxBytes) {
      event.onRefused?.(`detail: with its envelope ${bytes} bytes; the bus takes at most ${maxBytes}`);
      return;
    }
    if (this.#batchBytes + bytes > maxBytes) this.#dispatch();
    this.#batch.push(event);
    this.#batchBytes += bytes;
    if (this.#batch.length === maxEntries) this.#dispatch();
    while (this.#underWay.size >= this.callsInFlight) await Promise.race(this.#underWay);
    if (this.#failure) throw this.#failure;
  }

  /** Sends what is left and waits until the bus has everything. */
  async close(): Promise<void> {
    this.#dispatch();
    await Promise.all(this.#underWay);
    this.#client.destroy();
    if (this.#failure) throw this.#failure;
  }

  #dispatch(): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#batchBytes = 0;
    if (batch.length === 0) return;
    const call: Promise<void> = this.#deliver(batch)
      .catch((error: unknown) => { this.#failure ??= error as Error; })
      .finally(() => { this.#underWay.delete(call); });
    this.#underWay.add(call);
  }

  async #deliver(batch: Outgoing[]): Promise<void> {
    let left = batch;
    for (let attempt = 1; left.length > 0; attempt++) {
      const results = await this.#put(left);
      const reasons = new Set<string>();
      const again: Outgoing[] = [];
      left.forEach((event, at) => {
        const { ErrorCode, ErrorMessage } = results[at] ?? { ErrorCode: 'NoAnswer', ErrorMessage: 'the bus did not answer for this entry' };
        if (!ErrorCode) return;
        if (hopeless.has(ErrorCode)) {
          event.onRefused?.(`the bus refused it: ${ErrorMessage ?? ErrorCode}`);
        } else {
          reasons.add(ErrorMessage ?? ErrorCode);
          again.push(event);
        }
      });
      if (again.length > 0 && attempt === maxAttempts) {
        throw new CommandFailed(`the bus did not take ${again.length} events after ${maxAttempts} tries: ${[...reasons].join('; ')}; nothing is counted twice, so run the command again`);
      }
      left = again;
      if (left.length > 0) await pause(25 * 2 ** attempt);
    }
  }

  async #put(events: Outgoing[]): Promise<{ ErrorCode?: string | undefined; ErrorMessage?: string | undefined }[]> {
    const Entries: PutEventsRequestEntry[] = events.map(({ detailType, detailJson }) => ({
      EventBusName: this.stack.outputs.EventBusName, Source: this.source, DetailType: detailType, Detail: detailJson,
    }));
    try {
      return (await this.#client.send(new PutEventsCommand({ Entries }))).Entries ?? [];
    } catch (error) {
      if (isUnreachable(error)) throw new CommandFailed(`${unreachable(this.stack.settings.endpoint)}; then run the command again, nothing is counted twice`);
      throw new CommandFailed(`the bus refused a call: ${firstLine(error)}`);
    }
  }
}
