import { setTimeout as pause } from 'node:timers/promises';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { CommandFailed } from './errors.ts';
import type { Stack } from './stack.ts';

/** A queue that does not get shorter for so long is not being read. */
const stalledAfterMs = 600_000;

const counts = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed'] as const;

/** How many messages wait in a queue or are being worked on. */
export async function messagesIn(sqs: SQSClient, queueUrl: string): Promise<number> {
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...counts] }));
  return counts.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
}

/**
 * Waits until everything sent has been stored: the ingest queue is seen empty twice, because its counts are approximate
 * and a message can be between the bus and the queue. `onWaiting` hears how many are left. Throws CommandFailed when nobody reads the queue.
 */
export async function waitUntilIngested(stack: Stack, onWaiting: (left: number) => void): Promise<void> {
  const sqs = new SQSClient(stack.settings);
  // A deployed bus needs a moment to hand over; the laptop's hands over before it answers.
  const interval = stack.settings.endpoint === undefined ? 2_000 : 150;
  try {
    let [fewest, waitedMs, seenEmpty] = [Infinity, 0, 0];
    while (seenEmpty < 2) {
      await pause(interval);
      const left = await messagesIn(sqs, stack.outputs.IngestQueueUrl);
      seenEmpty = left === 0 ? seenEmpty + 1 : 0;
      waitedMs = left < fewest ? 0 : waitedMs + interval;
      fewest = Math.min(fewest, left);
      if (left > 0 && waitedMs > stalledAfterMs) throw new CommandFailed(`everything was sent, but ${left} messages have not been stored for ${stalledAfterMs / 60_000} minutes; see guibin dead-letters and the logs of the ingest`);
      onWaiting(left);
    }
  } finally {
    sqs.destroy();
  }
}
