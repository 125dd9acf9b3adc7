import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetters, Rejection } from '../../ports.ts';

const messagesPerCall = 10;

/** The dead-letter queue: rejected messages, what could be read of them, and the reason. */
export class SqsDeadLetters implements DeadLetters {
  constructor(private readonly client: SQSClient, private readonly queueUrl: string) {}

  async add(rejections: readonly Rejection[]): Promise<void> {
    for (let at = 0; at < rejections.length; at += messagesPerCall) await this.#send(rejections.slice(at, at + messagesPerCall));
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
