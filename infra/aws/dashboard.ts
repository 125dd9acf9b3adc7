import { AlarmStatusWidget, Dashboard, GraphWidget, PeriodOverride, TextWidget, type Alarm, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Metrics } from './metrics.ts';

/** One page that shows whether events arrive, nights end and the API answers. */
export class OperationsDashboard extends Construct {
  constructor(scope: Construct, id: string, props: { metrics: Metrics; alarms: readonly Alarm[] }) {
    super(scope, id);
    const graph = (title: string, left: IMetric[], right: IMetric[] = []) => new GraphWidget({ title, left, right, width: 8, height: 6, liveData: true });
    const { metrics } = props;
    new Dashboard(this, 'Dashboard', {
      periodOverride: PeriodOverride.AUTO,
      widgets: [
        [new TextWidget({ markdown: '# Guibin\nEvents come in, every night is published, the API answers.', width: 8, height: 3 }),
          new AlarmStatusWidget({ title: 'Alarms', alarms: [...props.alarms], width: 16, height: 3 })],
        [graph('Events', [metrics.waiting, metrics.ingestBatches], [metrics.oldestWaiting]),
          graph('Rejected and failed', [metrics.deadLetters, metrics.ingestErrors, metrics.missedNights, metrics.throttles]),
          graph('Nights', [metrics.nightsPublished, metrics.nightsFailed], [metrics.nightLasted])],
        [graph('API', [metrics.requests, metrics.clientErrors, metrics.serverErrors]),
          graph('API latency', [metrics.latencyMedian, metrics.latencyTail]),
          graph('Function duration, p99', metrics.durations)],
      ],
    });
  }
}
