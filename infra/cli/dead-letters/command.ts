import { ChangeMessageVisibilityBatchCommand, ReceiveMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs';
import { UnusableInput } from '../errors.ts';
import { command, stackFlag, type Usage } from '../options.ts';
import { messagesIn } from '../queues.ts';
import { findStack } from '../stack.ts';
import { readDeadLetter } from './read-dead-letter.ts';

const usage: Usage = {
  name: 'dead-letters',
  says: 'Lists messages that were not stored, with their reasons. They stay where they are.',
  flags: { limit: { takes: 'N', says: 'how many to list (default 20)' }, ...stackFlag },
};

/** Long enough to list them all without seeing one twice, short enough to be back soon if the command is interrupted. */
const hiddenSeconds = 30;

/** `guibin dead-letters`: one line a message, tab-separated: time, detail-type, id, reason. */
export const runDeadLetters = command(usage, async (options) => {
  const limit = Number(options.text('limit') ?? '20');
  if (!Number.isInteger(limit) || limit < 1) throw new UnusableInput(`--limit ${options.text('limit')} is not a whole number above zero`);
  const stack = await findStack(options.text('stack'), process.env);
  const sqs = new SQSClient(stack.settings);
  const queueUrl = stack.outputs.DeadLetterQueueUrl;
  try {
    const waiting = await messagesIn(sqs, queueUrl);
    const messages = await peek(sqs, queueUrl, limit);
    for (const message of messages) {
      const { at, detailType, id, reason } = readDeadLetter(message);
      console.log([at, detailType, id, reason].map((cell) => cell.replaceAll('\t', ' ')).join('\t'));
    }
    console.error(`${messages.length} of ${Math.max(waiting, messages.length)} dead letters`);
    return 0;
  } finally {
    sqs.destroy();
  }
});

async function peek(sqs: SQSClient, queueUrl: string, limit: number): Promise<Message[]> {
  const seen = new Map<string, Message>();
  while (seen.size < limit) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({
      QueueUrl: queueUrl, MaxNumberOfMessages: Math.min(10, limit - seen.size), VisibilityTimeout: hiddenSeconds, WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ['SentTimestamp'], MessageAttributeNames: ['All'],
    }));
    if (Messages.length === 0) break;
    for (const message of Messages) seen.set(message.MessageId ?? '', message);
  }
  const messages = [...seen.values()];
  for (let at = 0; at < messages.length; at += 10) {
    const Entries = messages.slice(at, at + 10).map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle, VisibilityTimeout: 0 }));
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
  return messages;
}
