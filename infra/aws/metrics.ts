import { Duration } from 'aws-cdk-lib';
import { MathExpression, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { KpiApi } from './kpi-api.ts';
import type { LambdaFunction } from './lambda-function.ts';
import type { NightlyRecompute } from './nightly-recompute.ts';
import type { SaleIngest } from './sale-ingest.ts';

export interface Watched {
  readonly ingest: SaleIngest;
  readonly recompute: NightlyRecompute;
  readonly api: KpiApi;
}

const period = Duration.minutes(5);

/** The measurements that the alarms and the dashboard share. */
export function metricsOf({ ingest, recompute, api }: Watched) {
  const functions = [ingest.ingestFacts, ...recompute.functions, ...api.functions];
  const night = recompute.night;
  return {
    deadLetters: ingest.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM, label: 'dead letters' }),
    missedNights: recompute.missedNights.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM, label: 'missed nights' }),
    waiting: ingest.queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM, label: 'events waiting' }),
    oldestWaiting: ingest.queue.metricApproximateAgeOfOldestMessage({ period, label: 'age of the oldest event (s)' }),
    ingestErrors: ingest.ingestFacts.metricErrors({ period, label: 'failed batches' }),
    ingestBatches: ingest.ingestFacts.metricInvocations({ period, label: 'batches' }),
    nightsFailed: new MathExpression({
      expression: 'failed + timedOut + aborted', label: 'nights failed', period,
      usingMetrics: { failed: night.metricFailed({ period }), timedOut: night.metricTimedOut({ period }), aborted: night.metricAborted({ period }) },
    }),
    nightsPublished: night.metricSucceeded({ period: Duration.hours(1), label: 'nights published' }),
    nightLasted: night.metricTime({ period: Duration.hours(1), statistic: Stats.MAXIMUM, label: 'night (ms)' }),
    requests: api.api.metricCount({ period, label: 'requests' }),
    serverErrors: api.api.metricServerError({ period, statistic: Stats.SUM, label: '5xx' }),
    clientErrors: api.api.metricClientError({ period, statistic: Stats.SUM, label: '4xx' }),
    latencyMedian: api.api.metricLatency({ period, statistic: 'p50', label: 'p50 (ms)' }),
    latencyTail: api.api.metricLatency({ period, statistic: 'p99', label: 'p99 (ms)' }),
    throttles: sumOver(functions, (each) => each.metricThrottles({ period })),
    durations: functions.map((each) => each.metricDuration({ period, statistic: 'p99', label: each.node.id })),
  };
}
export type Metrics = ReturnType<typeof metricsOf>;

function sumOver(functions: readonly LambdaFunction[], metric: (each: LambdaFunction) => IMetric): MathExpression {
  const usingMetrics = Object.fromEntries(functions.map((each, index) => [`f${index}`, metric(each)]));
  return new MathExpression({ expression: 'SUM(METRICS())', label: 'throttled calls', period, usingMetrics });
}
