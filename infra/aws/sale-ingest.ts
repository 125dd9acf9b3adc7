import { Duration } from 'aws-cdk-lib';
import { Rule, type EventBus } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { eventTypes } from '../../functions/contract/events.ts';
import { LambdaFunction } from './lambda-function.ts';
import { addAndErase, readAndWrite, type Tables } from './tables.ts';

export interface SaleIngestProps {
  readonly bus: EventBus;
  readonly tables: Tables;
  readonly settings: string;
  readonly concurrency: number;
  readonly logRetention: RetentionDays;
}

/** Events on the bus become facts in the ledger; what cannot becomes a dead letter with its reason. */
export class SaleIngest extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly ingestFacts: LambdaFunction;

  constructor(scope: Construct, id: string, props: SaleIngestProps) {
    super(scope, id);
    const timeout = Duration.seconds(60);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'IngestQueue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      // Six times the function's timeout, as Lambda asks for: a batch must not come back while it is still being written.
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
    const rule = new Rule(this, 'IngestRule', {
      eventBus: props.bus,
      description: 'Every event the ledger keeps.',
      eventPattern: { detailType: eventTypes },
    });
    rule.addTarget(new SqsQueue(this.queue, { deadLetterQueue: this.deadLetters, retryAttempts: 185, maxEventAge: Duration.hours(24) }));

    this.ingestFacts = new LambdaFunction(this, 'IngestFacts', {
      file: 'ingest-facts',
      description: 'Writes events from the queue into the ledger, and erases the customers they say.',
      timeout,
      memoryMegabytes: 1024,
      logRetention: props.logRetention,
      environment: { SETTINGS: props.settings },
    })
      .mayUse('LEDGER_TABLE', props.tables.ledger, addAndErase)
      .mayUse('CUSTOMERS_TABLE', props.tables.customers, addAndErase)
      .mayUse('READINGS_TABLE', props.tables.readings, readAndWrite)
      .mayUse('DEAD_LETTER_QUEUE_URL', { name: this.deadLetters.queueUrl, arn: this.deadLetters.queueArn }, ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility']);
    this.ingestFacts.addEventSource(new SqsEventSource(this.queue, {
      batchSize: 1000, maxBatchingWindow: Duration.seconds(1), reportBatchItemFailures: true, maxConcurrency: props.concurrency,
    }));
  }
}
