import { describeProblems, parseEvent } from '../contract/parse-event.ts';
import type { BusinessCalendar } from '../domain/calendar.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import { partitionsOf } from '../domain/ledger/partition.ts';
import type { Exchange } from '../domain/money.ts';
import type { Clock, DeadLetters, Ledger, Rejection } from '../ports.ts';

/** A message from the queue: an EventBridge event as JSON text. */
export interface Message { messageId: string; body: string }

export interface IngestWorld { ledger: Ledger; deadLetters: DeadLetters; clock: Clock; calendar: BusinessCalendar; exchange: Exchange }

/** Longest part of a rejected message that is kept with its reason. */
const bodyKept = 20_000;

/**
 * Stores every valid event of a batch in the ledger and puts the others aside with the reason.
 * Storing is idempotent, so a batch that fails half-way is simply delivered again.
 */
export async function ingestFacts(messages: readonly Message[], world: IngestWorld): Promise<{ stored: number; rejected: Rejection[] }> {
  const now = world.clock.now();
  const entries: { partition: string; fact: Fact }[] = [];
  const rejected: Rejection[] = [];
  let stored = 0;
  for (const message of messages) {
    const read = readMessage(message, now, world.exchange);
    if ('reason' in read) {
      rejected.push({ messageId: message.messageId, ...read, body: message.body.slice(0, bodyKept) });
      continue;
    }
    stored += 1;
    for (const partition of partitionsOf(read.fact, world.calendar)) entries.push({ partition, fact: read.fact });
  }
  if (entries.length > 0) await world.ledger.append(entries, now);
  if (rejected.length > 0) await world.deadLetters.add(rejected);
  return { stored, rejected };
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
  const parsed = parseEvent(detailType, envelope?.['detail'], now);
  if (!parsed.ok) return { detailType, reason: describeProblems(parsed.problems) };
  const { event } = parsed;
  if (event.kind === 'SaleRecorded' && !exchange.knows(event.currency)) {
    return { detailType, reason: `currency: no exchange rate is set for ${event.currency}; add one to the setting exchangeRates and send the sale again` };
  }
  return { fact: event };
}
