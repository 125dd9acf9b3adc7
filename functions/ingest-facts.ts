import { SQSClient } from '@aws-sdk/client-sqs';
import { meteredClient } from './adapters/dynamodb/client.ts';
import { DynamoLedger } from './adapters/dynamodb/ledger.ts';
import { deployment, systemClock, variable } from './adapters/lambda/environment.ts';
import { queueHandler } from './adapters/lambda/queue-handler.ts';
import { SqsDeadLetters } from './adapters/sqs/dead-letters.ts';
import { ingestFacts } from './flows/ingest-facts.ts';

const { calendar, exchange } = deployment();
const { client, meter } = meteredClient();
const ledger = new DynamoLedger(client, variable('LEDGER_TABLE'));
const deadLetters = new SqsDeadLetters(new SQSClient({}), variable('DEAD_LETTER_QUEUE_URL'));

/** Stores events from the queue in the ledger. */
export const handler = queueHandler((messages) => ingestFacts(messages, { ledger, deadLetters, clock: systemClock, calendar, exchange }), meter);
