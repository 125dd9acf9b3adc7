import { createHash } from 'node:crypto';
import type { Functions } from '../functions/functions.ts';
import { REGION } from '../template/identity.ts';
import type { MappingResource } from '../template/stack.ts';
import { type Message, type Queue, receiptOf } from './queue.ts';

/** Lambda hands a function no more than 6 MB; the rest is room for what surrounds the bodies. */
const MAX_BATCH_BYTES = 5 * 1024 * 1024;
const IDLE_MS = 20_000;
/** A batch that takes longer is given up; its messages are still in the queue. */
const END_MS = 3_000;

interface BatchResponse {
  batchItemFailures?: { itemIdentifier?: string }[];
}

/** Feeds a queue to a function in batches, as Lambda's poller does. `end` resolves when no batch is under way, or when that takes too long. */
export function startEventSource(mapping: MappingResource, queue: Queue, functions: Functions): { end(): Promise<void> } {
  const { BatchSize: batchSize, MaximumBatchingWindowInSeconds: window, FunctionResponseTypes: types, ScalingConfig: scaling } = mapping.properties;
  const concurrency = Math.min(scaling?.MaximumConcurrency ?? Number.POSITIVE_INFINITY, functions.instances(mapping.properties.FunctionName));
  const underWay = new Set<Promise<void>>();
  const ending = new AbortController();

  const deliver = async (messages: Message[]) => {
    const outcome = await functions.invoke(mapping.properties.FunctionName, { Records: messages.map((message) => toRecord(message, queue.arn)) });
    // A failed message stays hidden until its visibility timeout ends, so a broken function is not called in a tight loop.
    if (!outcome.ok) return;
    const failed = types.length > 0 ? failedIn(outcome.payload as BatchResponse | null, messages) : new Set<string>();
    await queue.remove(messages.filter((message) => !failed.has(message.id)).map(receiptOf));
  };

  const gather = async () => {
    await queue.arrival(IDLE_MS);
    const deadline = Date.now() + window * 1000;
    while (!ending.signal.aborted && queue.counts().visible < batchSize && Date.now() < deadline) await pause(Math.min(50, deadline - Date.now()));
    return ending.signal.aborted ? [] : queue.receive(batchSize, MAX_BATCH_BYTES);
  };

  const run = async () => {
    while (!ending.signal.aborted) {
      const messages = await gather();
      if (messages.length === 0) continue;
      const delivery = deliver(messages).finally(() => underWay.delete(delivery));
      underWay.add(delivery);
      if (underWay.size >= concurrency) await Promise.race(underWay);
    }
  };

  const running = mapping.properties.Enabled ? run() : Promise.resolve();
  return {
    end: async () => {
      ending.abort();
      await Promise.race([Promise.all(underWay), pause(END_MS)]);
      void running;
    },
  };
}

function failedIn(response: BatchResponse | null, messages: Message[]): Set<string> {
  const ids = new Set(messages.map((message) => message.id));
  const failed = (response?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier ?? '');
  // A name that was not in the batch makes the whole answer untrustworthy: all is delivered again.
  return failed.every((id) => ids.has(id)) ? new Set(failed) : ids;
}

function toRecord(message: Message, arn: string) {
  return {
    messageId: message.id,
    receiptHandle: receiptOf(message),
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      SenderId: 'AIDALOCAL',
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: REGION,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
