import { ChangeMessageVisibilityBatchCommand, DeleteMessageBatchCommand, ReceiveMessageCommand, SendMessageBatchCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetters, Rejection } from '../../ports.ts';

const messagesPerCall = 10;
/** How many messages are looked through, and for how long they are hidden from others meanwhile. */
const mostLookedThrough = 5_000;
const hiddenSeconds = 60;

/** The dead-letter queue: rejected messages, what could be read of them, and the reason. */
export class SqsDeadLetters implements DeadLetters {
  constructor(private readonly client: SQSClient, private readonly queueUrl: string) {}

  async add(rejections: readonly Rejection[]): Promise<void> {
    for (const some of tens(rejections)) await this.#send(some);
  }

  async remove(unwanted: (text: string) => boolean): Promise<number> {
    const others: Message[] = [];
    let removed = 0;
    while (others.length + removed < mostLookedThrough) {
      const { Messages = [] } = await this.client.send(new ReceiveMessageCommand({ QueueUrl: this.queueUrl, MaxNumberOfMessages: messagesPerCall, VisibilityTimeout: hiddenSeconds, WaitTimeSeconds: 1 }));
      if (Messages.length === 0) break;
      const hers = Messages.filter(({ Body = '' }) => unwanted(Body));
      others.push(...Messages.filter((message) => !hers.includes(message)));
      removed += hers.length;
      if (hers.length > 0) await this.client.send(new DeleteMessageBatchCommand({ QueueUrl: this.queueUrl, Entries: entriesOf(hers) }));
    }
    for (const some of tens(others)) {
      await this.client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: this.queueUrl, Entries: entriesOf(some).map((entry) => ({ ...entry, VisibilityTimeout: 0 })) }));
    }
    return removed;
  }

  async #send(rejections: readonly Rejection[]): Promise<void> {
    const { Failed } = await this.client.send(new SendMessageBatchCommand({
      QueueUrl: this.queueUrl,
      Entries: rejections.map(({ messageId, detailType, reason, body }, at) => ({
        Id: String(at),
        MessageBody: JSON.stringify({ messageId, detailType, reason, body }),
      })),
    }));
    if (Failed && Failed.length > 0) throw new Error(`${Failed.length} rejected messages could not be put aside: ${Failed[0]!.Message ?? Failed[0]!.Code ?? ''}`);
  }
}

function tens<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / messagesPerCall) }, (_, at) => items.slice(at * messagesPerCall, (at + 1) * messagesPerCall));
}

function entriesOf(messages: readonly Message[]): { Id: string; ReceiptHandle: string }[] {
  return messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle: ReceiptHandle! }));
}
