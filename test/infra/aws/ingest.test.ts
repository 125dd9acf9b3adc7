import { describe, expect, it } from 'vitest';
import { emittedTypes, eventTypes } from '../../../functions/contract/events.ts';
import { Synthesized } from './synthesized.ts';

const template = new Synthesized({ deployment: { ingestConcurrency: 7 } });
const deadLetters = template.one('AWS::SQS::Queue', 'IngestDeadLetters');
const queue = template.one('AWS::SQS::Queue', 'IngestIngestQueue');
const lambda = template.one('AWS::Lambda::Function', 'IngestIngestFacts');
const fourteenDays = 14 * 24 * 60 * 60;

describe('An event that the product keeps', () => {
  const rule = template.one('AWS::Events::Rule').properties;

  it('is one of the contract, and none of those the product says itself', () => {
    expect(rule['EventPattern']).toEqual({ 'detail-type': eventTypes });
    expect(eventTypes.filter((type) => (emittedTypes as readonly string[]).includes(type))).toEqual([]);
  });

  it('goes to the queue, and to the dead letters when it cannot be delivered for a day', () => {
    expect(rule['Targets']).toEqual([expect.objectContaining({
      Arn: { 'Fn::GetAtt': [queue.id, 'Arn'] },
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [deadLetters.id, 'Arn'] } },
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
    })]);
  });

  it('is tried five times and then becomes a dead letter, kept for fourteen days', () => {
    expect(queue.properties['RedrivePolicy']).toEqual({ deadLetterTargetArn: { 'Fn::GetAtt': [deadLetters.id, 'Arn'] }, maxReceiveCount: 5 });
    expect(deadLetters.properties['MessageRetentionPeriod']).toBe(fourteenDays);
    expect(queue.properties['MessageRetentionPeriod']).toBe(fourteenDays);
  });

  it('stays hidden for six times as long as the function may take, as Lambda asks for', () => {
    expect(queue.properties['VisibilityTimeout']).toBe(6 * Number(lambda.properties['Timeout']));
  });

  it('is written in batches of up to a thousand in which one failure fails alone', () => {
    expect(template.one('AWS::Lambda::EventSourceMapping').properties).toMatchObject({
      EventSourceArn: { 'Fn::GetAtt': [queue.id, 'Arn'] }, FunctionName: { Ref: lambda.id },
      BatchSize: 1000, MaximumBatchingWindowInSeconds: 1, FunctionResponseTypes: ['ReportBatchItemFailures'], ScalingConfig: { MaximumConcurrency: 7 },
    });
  });
});

describe('Every queue', () => {
  it.each(template.all('AWS::SQS::Queue').map((each) => [each.id, each] as const))('%s is encrypted and refuses plain HTTP', (id, { properties }) => {
    expect(properties['SqsManagedSseEnabled']).toBe(true);
    const policy = template.all('AWS::SQS::QueuePolicy').find((each) => JSON.stringify(each.properties['Queues']).includes(id));
    expect(JSON.stringify(policy?.properties['PolicyDocument'])).toMatch(/"aws:SecureTransport":"false"\}\},"Effect":"Deny"/);
  });
});
