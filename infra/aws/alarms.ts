import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Metrics } from './metrics.ts';

interface Rule {
  readonly says: string;
  readonly metric: IMetric;
  /** The alarm goes off from this value on, or below it with `below`. */
  readonly from: number;
  readonly below?: boolean;
  /** Periods in a row; one without this. */
  readonly periods?: number;
  readonly silenceIsBad?: boolean;
}

/** Hours without a published night after which it counts as late: a day and two hours of grace. */
const lateHours = 26;

/** What somebody must be told, as data: name of the alarm and its rule. */
const rulesFor = (metrics: Metrics): Record<string, Rule> => ({
  DeadLettersNotEmpty: { says: 'Events were rejected or could not be stored. Each dead letter says why.', metric: metrics.deadLetters, from: 1 },
  NightNotStarted: { says: 'The schedule could not start the night.', metric: metrics.missedNights, from: 1 },
  NightFailed: { says: 'A night failed; readers still see the run before it.', metric: metrics.nightsFailed, from: 1 },
  NightLate: {
    says: `No night was published within ${lateHours} hours. A new stack says so until its first night.`,
    metric: metrics.nightsPublished, from: 1, below: true, periods: lateHours, silenceIsBad: true,
  },
  IngestFails: { says: 'Batches of events fail and are tried again.', metric: metrics.ingestErrors, from: 1 },
  IngestLagging: { says: 'An event has been waiting for 15 minutes or more.', metric: metrics.oldestWaiting, from: 900, periods: 2 },
  ApiServerErrors: { says: 'The API answers with 5xx.', metric: metrics.serverErrors, from: 1, periods: 1 },
  FunctionsThrottled: { says: 'Lambda turned calls away: the account\'s concurrency is used up.', metric: metrics.throttles, from: 1, periods: 2 },
});

/** One topic, and the alarms that write to it. */
export class Alarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: { metrics: Metrics; email: string | undefined }) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { displayName: 'Guibin alarms', enforceSSL: true });
    if (props.email !== undefined) topic.addSubscription(new EmailSubscription(props.email));
    this.alarms = Object.entries(rulesFor(props.metrics)).map(([name, rule]) => {
      const alarm = new Alarm(this, name, {
        alarmDescription: rule.says,
        metric: rule.metric,
        threshold: rule.from,
        comparisonOperator: rule.below === true ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: rule.periods ?? 1,
        treatMissingData: rule.silenceIsBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
      return alarm;
    });
  }
}
