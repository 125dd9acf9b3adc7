import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { type Message, type Queue, receiptOf } from '../queue/queue.ts';
import { ACCOUNT } from '../template/identity.ts';
import type { Operations } from './endpoint.ts';

/** Quotas of SQS: bytes of a message and of a batch together, entries of a batch, messages of one receive. */
const MOST_BYTES = 1024 * 1024;
const MOST_ENTRIES = 10;

const WithQueue = z.object({ QueueUrl: z.string() });
const Body = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), z.unknown()).optional().refine((attributes) => Object.keys(attributes ?? {}).length === 0, 'the laptop does not carry message attributes'),
});
const Receive = WithQueue.extend({
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  WaitTimeSeconds: z.number().int().min(0).max(20).optional(),
  VisibilityTimeout: z.number().int().min(0).max(43_200).optional(),
});
const Receipt = z.object({ ReceiptHandle: z.string() });
const Visibility = Receipt.extend({ VisibilityTimeout: z.number().int().min(0).max(43_200) });
const batchOf = <S extends z.ZodRawShape>(entry: z.ZodObject<S>) => WithQueue.extend({ Entries: z.array(entry.extend({ Id: z.string() })) });

/** SQS over its JSON protocol, on the queues of the stack. */
export function sqsOperations(queues: Queue[], endpointUrl: string): Operations {
  const byName = new Map(queues.map((queue) => [queue.name, queue]));
  const named = (name: string): Queue => {
    const queue = byName.get(name);
    if (!queue) throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  };
  const at = (queueUrl: string) => named(queueUrl.split('/').at(-1) ?? '');
  const urlOf = (queue: Queue) => `${endpointUrl}/${ACCOUNT}/${queue.name}`;

  const send = async (queue: Queue, { MessageBody, DelaySeconds }: z.infer<typeof Body>) => {
    const { id, stored } = queue.send(MessageBody, DelaySeconds);
    await stored;
    return { MessageId: id, MD5OfMessageBody: md5(MessageBody) };
  };

  return {
    'AmazonSQS.SendMessage': (input) => {
      const { QueueUrl, ...body } = WithQueue.extend(Body.shape).parse(input);
      refuseLarge([body.MessageBody]);
      return send(at(QueueUrl), body);
    },
    'AmazonSQS.SendMessageBatch': async (input) => {
      const { QueueUrl, Entries } = batch(batchOf(Body).parse(input));
      refuseLarge(Entries.map((entry) => entry.MessageBody));
      const queue = at(QueueUrl);
      return { Successful: await Promise.all(Entries.map(async ({ Id, ...body }) => ({ Id, ...(await send(queue, body)) }))), Failed: [] };
    },
    'AmazonSQS.ReceiveMessage': async (input, gone) => {
      const { QueueUrl, MaxNumberOfMessages: limit, WaitTimeSeconds, VisibilityTimeout } = Receive.parse(input);
      const queue = at(QueueUrl);
      const deadline = Date.now() + (WaitTimeSeconds ?? queue.resource.properties.ReceiveMessageWaitTimeSeconds) * 1000;
      let messages = await queue.receive(limit, MOST_BYTES, VisibilityTimeout);
      while (messages.length === 0 && Date.now() < deadline) {
        await queue.arrival(deadline - Date.now());
        // What nobody is there to receive must stay visible to others.
        if (gone()) return {};
        messages = await queue.receive(limit, MOST_BYTES, VisibilityTimeout);
      }
      return messages.length > 0 ? { Messages: messages.map(toWire) } : {};
    },
    'AmazonSQS.DeleteMessage': async (input) => {
      const { QueueUrl, ReceiptHandle } = WithQueue.extend(Receipt.shape).parse(input);
      await at(QueueUrl).remove([ReceiptHandle]);
    },
    'AmazonSQS.DeleteMessageBatch': async (input) => {
      const { QueueUrl, Entries } = batch(batchOf(Receipt).parse(input));
      await at(QueueUrl).remove(Entries.map((entry) => entry.ReceiptHandle));
      return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
    },
    'AmazonSQS.ChangeMessageVisibility': (input) => {
      const { QueueUrl, ReceiptHandle, VisibilityTimeout } = WithQueue.extend(Visibility.shape).parse(input);
      at(QueueUrl).changeVisibility(ReceiptHandle, VisibilityTimeout);
    },
    'AmazonSQS.ChangeMessageVisibilityBatch': (input) => {
      const { QueueUrl, Entries } = batch(batchOf(Visibility).parse(input));
      for (const { ReceiptHandle, VisibilityTimeout } of Entries) at(QueueUrl).changeVisibility(ReceiptHandle, VisibilityTimeout);
      return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
    },
    'AmazonSQS.GetQueueAttributes': (input) => {
      const { QueueUrl, AttributeNames: names } = WithQueue.extend({ AttributeNames: z.array(z.string()).default([]) }).parse(input);
      const asked = Object.entries(attributesOf(at(QueueUrl))).filter(([name]) => names.includes('All') || names.includes(name));
      return { Attributes: Object.fromEntries(asked) };
    },
    'AmazonSQS.GetQueueUrl': (input) => ({ QueueUrl: urlOf(named(z.object({ QueueName: z.string() }).parse(input).QueueName)) }),
    'AmazonSQS.ListQueues': () => ({ QueueUrls: queues.map(urlOf) }),
    'AmazonSQS.PurgeQueue': (input) => at(WithQueue.parse(input).QueueUrl).purge(),
  };
}

function batch<B extends { Entries: { Id: string }[] }>(request: B): B {
  const { Entries: entries } = request;
  if (entries.length === 0) throw new ServiceError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > MOST_ENTRIES) throw new ServiceError('TooManyEntriesInBatchRequest', `Maximum number of entries per request are ${MOST_ENTRIES}. You have sent ${entries.length}.`);
  if (new Set(entries.map((entry) => entry.Id)).size < entries.length) throw new ServiceError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  return request;
}

function refuseLarge(bodies: string[]): void {
  const bytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
  if (bytes <= MOST_BYTES) return;
  if (bodies.length > 1) throw new ServiceError('BatchRequestTooLong', `Batch requests cannot be longer than ${MOST_BYTES} bytes. You have sent ${bytes} bytes.`);
  throw new ServiceError('InvalidParameterValue', `One or more parameters are invalid. Reason: Message must be shorter than ${MOST_BYTES} bytes.`);
}

function toWire(message: Message) {
  return {
    MessageId: message.id,
    ReceiptHandle: receiptOf(message),
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: {
      ApproximateReceiveCount: String(message.receiveCount), SentTimestamp: String(message.sentAt),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt), SenderId: 'AIDALOCAL',
    },
  };
}

function attributesOf(queue: Queue): Record<string, string> {
  const { arn, resource: { properties } } = queue;
  const { visible, inFlight, delayed } = queue.counts();
  return {
    QueueArn: arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(properties.VisibilityTimeout),
    DelaySeconds: String(properties.DelaySeconds),
    MessageRetentionPeriod: String(properties.MessageRetentionPeriod),
    ReceiveMessageWaitTimeSeconds: String(properties.ReceiveMessageWaitTimeSeconds),
    MaximumMessageSize: String(MOST_BYTES),
    ...(properties.RedrivePolicy && { RedrivePolicy: JSON.stringify(properties.RedrivePolicy) }),
  };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
