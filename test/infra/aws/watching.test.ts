import { describe, expect, it } from 'vitest';
import { Synthesized, type Json } from './synthesized.ts';

const template = new Synthesized();
const topic = template.one('AWS::SNS::Topic');
const alarm = (name: string): Json => template.one('AWS::CloudWatch::Alarm', `Alarms${name}`).properties;
/** What an alarm on a single measurement looks at. */
const measured = (name: string) => (alarm(name)['Metrics'] as { MetricStat: { Metric: Json; Period: number; Stat: string } }[]).map(({ MetricStat }) => MetricStat);

describe('Somebody is told', () => {
  it.each(template.all('AWS::CloudWatch::Alarm').map((each) => [each.id, each.properties] as const))('when %s goes off and when it is over', (_id, properties) => {
    expect(properties).toMatchObject({ AlarmActions: [{ Ref: topic.id }], OKActions: [{ Ref: topic.id }], AlarmDescription: expect.stringMatching(/\.$/) });
  });

  it.each([['DeadLettersNotEmpty', 'IngestDeadLetters'], ['NightNotStarted', 'RecomputeMissedNights']])('%s: at the first message in the queue', (name, queue) => {
    expect(alarm(name)).toMatchObject({ Threshold: 1, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
    expect(measured(name)).toMatchObject([{ Metric: { MetricName: 'ApproximateNumberOfMessagesVisible' }, Stat: 'Maximum' }]);
    expect(JSON.stringify(measured(name))).toContain(queue);
  });

  it('when a night fails, runs out of time or is aborted', () => {
    expect(alarm('NightFailed')).toMatchObject({ Threshold: 1, EvaluationPeriods: 1 });
    for (const metric of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted']) expect(JSON.stringify(alarm('NightFailed')['Metrics'])).toContain(metric);
  });

  it('when no night was published for 26 hours, even if nothing is measured at all', () => {
    expect(alarm('NightLate')).toMatchObject({ EvaluationPeriods: 26, Threshold: 1, ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' });
    expect(measured('NightLate')).toMatchObject([{ Metric: { MetricName: 'ExecutionsSucceeded' }, Period: 3600, Stat: 'Sum' }]);
  });

  it('when the API answers 5xx', () => {
    expect(alarm('ApiServerErrors')).toMatchObject({ Threshold: 1, TreatMissingData: 'notBreaching' });
    expect(measured('ApiServerErrors')).toMatchObject([{ Metric: { MetricName: '5xx' }, Stat: 'Sum' }]);
  });

  it('when ingest fails or any function is throttled', () => {
    expect(alarm('IngestFails')).toMatchObject({ Threshold: 1 });
    expect(measured('IngestFails')).toMatchObject([{ Metric: { MetricName: 'Errors' } }]);
    // The sum and the throttles of the eight functions.
    expect(alarm('FunctionsThrottled')['Metrics']).toHaveLength(9);
  });

  it('by e-mail, if an address is set', () => {
    expect(template.all('AWS::SNS::Subscription')).toEqual([]);
    const told = new Synthesized({ deployment: { alarmEmail: 'shop@example.com' } });
    expect(told.one('AWS::SNS::Subscription').properties).toMatchObject({ Protocol: 'email', Endpoint: 'shop@example.com' });
  });
});

describe('The dashboard', () => {
  it('shows ingest, nights and API, and the state of every alarm', () => {
    const body = JSON.stringify(template.one('AWS::CloudWatch::Dashboard').properties['DashboardBody']);
    for (const shown of ['ApproximateAgeOfOldestMessage', 'ExecutionsSucceeded', 'Latency']) expect(body).toContain(shown);
    for (const { id } of template.all('AWS::CloudWatch::Alarm')) expect(body).toContain(id);
  });
});
