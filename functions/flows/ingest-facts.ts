import { describeProblems } from '../contract/parse-event.ts';
import type { BusinessCalendar } from '../domain/calendar.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import type { Exchange } from '../domain/money.ts';
import type { DeadLetters, Erasure, Rejection } from '../ports.ts';
import { checkedEvent } from './checked-event.ts';
import { entriesFor } from './entries-for.ts';
import { eraseOpen, openErasure, type EraseWorld } from './erase-customer.ts';
import { speaksOfErased } from './speaks-of-erased.ts';

/** A message from the queue: an EventBridge event as JSON text. */
export interface Message { messageId: string; body: string }

export interface IngestWorld extends EraseWorld { deadLetters: DeadLetters; calendar: BusinessCalendar; exchange: Exchange }
/** How many events became facts, which were put aside, and whom the batch erased. */
export interface Ingested { stored: number; rejected: Rejection[]; erased: Erasure[] }

/** Longest part of a rejected message that is kept with its reason. */
const bodyKept = 20_000;

/**
 * Stores every valid event of a batch in the ledger and puts the others aside with the reason. What speaks of an erased customer is stored without her, or not put aside.
 * Storing is idempotent, so a batch that fails half-way is simply delivered again.
 */
export async function ingestFacts(messages: readonly Message[], world: IngestWorld): Promise<Ingested> {
  const now = world.clock.now();
  const facts: Fact[] = [];
  const unreadable: Rejection[] = [];
  for (const message of messages) {
    const read = readMessage(message, now, world.exchange);
    if ('fact' in read) facts.push(read.fact);
    else unreadable.push({ messageId: message.messageId, ...read, body: message.body.slice(0, bodyKept) });
  }
  const orders = facts.filter((fact) => fact.kind === 'CustomerErased');
  for (const { customerId, author } of orders) await openErasure({ customerId, requestedBy: author ?? 'an event on the bus' }, world);
  const erased = await world.erasures.known();
  const entries = facts.flatMap((fact) => entriesFor(fact, erased, world.calendar));
  if (entries.length > 0) await world.ledger.append(entries, now);
  const rejected = unreadable.filter(({ body }) => !speaksOfErased(body, erased));
  if (rejected.length > 0) await world.deadLetters.add(rejected);
  return { stored: facts.length, rejected, erased: orders.length > 0 ? await eraseOpen(world) : [] };
}

function readMessage({ body }: Message, now: Date, exchange: Exchange): { fact: Fact } | { detailType: string; reason: string } {
  let envelope: Record<string, unknown>;
  try {
    envelope = JSON.parse(body) as Record<string, unknown>;
  } catch {
    return { detailType: 'unknown', reason: 'body: is not JSON' };
  }
  const named = envelope?.['detail-type'];
  const detailType = typeof named === 'string' ? named : 'missing';
  const parsed = checkedEvent(detailType, envelope?.['detail'], now, exchange);
  return parsed.ok ? { fact: parsed.event } : { detailType, reason: describeProblems(parsed.problems) };
}
