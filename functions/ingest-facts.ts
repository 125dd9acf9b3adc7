import { SQSClient } from '@aws-sdk/client-sqs';
import { variable } from './adapters/lambda/environment.ts';
import { eraseWorld } from './adapters/lambda/erase-world.ts';
import { queueHandler } from './adapters/lambda/queue-handler.ts';
import { SqsDeadLetters } from './adapters/sqs/dead-letters.ts';
import { ingestFacts } from './flows/ingest-facts.ts';

const world = eraseWorld();
const deadLetters = new SqsDeadLetters(new SQSClient({}), variable('DEAD_LETTER_QUEUE_URL'));

/** Stores events from the queue in the ledger, and erases whom they say. */
export const handler = queueHandler((messages) => ingestFacts(messages, { ...world, deadLetters }), world.meter);
