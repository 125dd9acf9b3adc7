import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { accept, attributeInFinding } from './findings.ts';
import { LambdaFunction, type Resource } from './lambda-function.ts';
import { NightMachine } from './night-machine.ts';
import { addAndErase, read, readAndWrite, type Tables } from './tables.ts';

export interface NightlyRecomputeProps {
  readonly bus: EventBus;
  readonly tables: Tables;
  readonly settings: string;
  readonly timeZone: string;
  readonly nightAt: string;
  readonly nightHours: number;
  readonly concurrency: number;
  readonly logRetention: RetentionDays;
}

/** Every night each customer is recomputed and the readings are published. */
export class NightlyRecompute extends Construct {
  readonly night: StateMachine;
  readonly missedNights: Queue;
  readonly functions: readonly LambdaFunction[];

  constructor(scope: Construct, id: string, props: NightlyRecomputeProps) {
    super(scope, id);
    const { ledger, customers, readings } = props.tables;
    const bus: Resource = { name: props.bus.eventBusName, arn: props.bus.eventBusArn };
    const step = (name: string, file: string, description: string) => new LambdaFunction(this, name, {
      file, description, timeout: Duration.minutes(15), memoryMegabytes: 1769, logRetention: props.logRetention, environment: { SETTINGS: props.settings },
    });
    const planNight = step('PlanNight', 'plan-night', 'Takes the lock of the night and lists whom to look at.')
      .mayUse('READINGS_TABLE', readings, readAndWrite);
    const profileCustomers = step('ProfileCustomers', 'profile-customers', 'Folds the facts of each touched customer into her item.')
      .mayUse('LEDGER_TABLE', ledger, read).mayUse('READINGS_TABLE', readings, readAndWrite);
    const fitModel = step('FitModel', 'fit-model', 'Estimates the value model from all histories.')
      .mayUse('READINGS_TABLE', readings, readAndWrite);
    const scoreCustomers = step('ScoreCustomers', 'score-customers', 'Evaluates one slice of the customers and sums its share of the KPIs.')
      .mayUse('CUSTOMERS_TABLE', customers, readAndWrite).mayUse('READINGS_TABLE', readings, readAndWrite);
    const publishNight = step('PublishNight', 'publish-night', 'Completes erasures, publishes the run and announces what changed.')
      .mayUse('LEDGER_TABLE', ledger, addAndErase).mayUse('CUSTOMERS_TABLE', customers, addAndErase)
      .mayUse('READINGS_TABLE', readings, readAndWrite).mayUse('EVENT_BUS', bus, ['events:PutEvents']);
    this.functions = [planNight, profileCustomers, fitModel, scoreCustomers, publishNight];

    const log = new LogGroup(this, 'NightLog', { retention: props.logRetention, removalPolicy: RemovalPolicy.DESTROY });
    this.night = new NightMachine(this, 'Machine', {
      planNight, profileCustomers, fitModel, scoreCustomers, publishNight,
      concurrency: props.concurrency, longest: Duration.hours(props.nightHours), log,
    }).machine;
    this.acceptFindings();

    this.missedNights = new Queue(this, 'MissedNights', {
      encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14),
    });
    accept(this.missedNights, 'It is itself the dead-letter queue of the schedule.', 'SQS3');
    const [hour, minute] = props.nightAt.split(':').map(String);
    new Schedule(this, 'EveryNight', {
      description: 'Starts the night in business time.',
      schedule: ScheduleExpression.cron({ minute: String(Number(minute)), hour: String(Number(hour)), timeZone: TimeZone.of(props.timeZone) }),
      target: new StepFunctionsStartExecution(this.night, {
        input: ScheduleTargetInput.fromObject({}), retryAttempts: 20, maxEventAge: Duration.hours(2), deadLetterQueue: this.missedNights,
      }),
    });
  }

  private acceptFindings(): void {
    accept(this.night, 'Errors are logged; every change of state is in the execution history, and logging it again costs more than the night.', 'SF1');
    accept(this.night, 'Step Functions lets nobody name a resource for log delivery and X-Ray.', 'IAM5[Resource::*]');
    accept(this.night, 'aws-cdk-lib allows the versions of a function with the function; none is published.',
      ...this.functions.map((step) => `IAM5[Resource::${attributeInFinding(step, 'Arn')}:*]`));
  }
}
