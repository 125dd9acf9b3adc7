import { describe, expect, it } from 'vitest';
import { Synthesized, type Json } from './synthesized.ts';

interface State { Type: string; Next?: string; Catch?: { ErrorEquals: string[]; Next: string }[]; Retry?: { ErrorEquals: string[]; IntervalSeconds: number; MaxAttempts: number; BackoffRate: number }[]; Parameters?: Json; ItemsPath?: string; MaxConcurrency?: number; ItemProcessor?: { States: Record<string, State> } }

const template = new Synthesized({ deployment: { nightHours: 3, nightConcurrency: 5, nightAt: '03:30' }, settings: { timeZone: 'Asia/Taipei' } });
const machine = template.one('AWS::StepFunctions::StateMachine');
const { 'Fn::Join': [, pieces] } = machine.properties['DefinitionString'] as { 'Fn::Join': [string, unknown[]] };
const definition = JSON.parse(pieces.map((piece) => (typeof piece === 'string' ? piece : named(piece))).join('')) as { StartAt: string; States: Record<string, State> };

function named(piece: unknown): string {
  const { 'Fn::GetAtt': attribute, Ref } = piece as { 'Fn::GetAtt'?: [string, string]; Ref?: string };
  return attribute?.[0] ?? Ref ?? '';
}
const state = (name: string): State => {
  const found = definition.States[name];
  if (found === undefined) throw new Error(`no state ${name}`);
  return found;
};
const sliceOf = (name: string): State => {
  const [slice] = Object.values(state(name).ItemProcessor?.States ?? {});
  if (slice === undefined) throw new Error(`${name} runs nothing for an item`);
  return slice;
};
const steps = ['PlanNight', 'ProfileCustomers', 'FitModel', 'ScoreCustomers', 'PublishNight'];

describe('A night', () => {
  it('plans, profiles, fits, scores and publishes, in this order', () => {
    const order = [definition.StartAt];
    for (let next = state(definition.StartAt).Next; next !== undefined; next = state(next).Next) order.push(next);
    expect(order).toEqual(['NameRun', ...steps]);
  });

  it('has the name of its execution as run id, whatever it was started with', () => {
    expect(state('NameRun').Parameters).toEqual({ 'run': { 'runId.$': '$$.Execution.Name' }, 'request.$': '$' });
    // JsonMerge: the second argument wins over the first.
    expect(state('PlanNight').Parameters).toMatchObject({ 'Payload.$': 'States.JsonMerge($.request, $.run, false)' });
  });

  it.each([['ProfileCustomers', '$.plan.parts'], ['ScoreCustomers', '$.plan.shards']])('%s runs once for each item of %s, five at a time', (name, items) => {
    expect(state(name)).toMatchObject({ Type: 'Map', ItemsPath: items, MaxConcurrency: 5 });
    expect(sliceOf(name).Parameters).toMatchObject({ 'Payload.$': 'States.JsonMerge($.item, $.run, false)' });
  });

  it.each(steps)('that fails in %s is recorded and then fails', (step) => {
    expect(state(step).Catch).toEqual([expect.objectContaining({ ErrorEquals: ['States.ALL'], Next: 'RecordFailure' })]);
  });

  it('is recorded as failed by the function that publishes, with run id and error', () => {
    expect(JSON.stringify(state('RecordFailure').Parameters)).toContain('RecomputePublishNight');
    expect(state('RecordFailure').Parameters).toMatchObject({ Payload: { 'runId.$': '$.run.runId', 'failed.$': '$.error' } });
    expect(state('RecordFailure')).toMatchObject({ Next: 'NightFailed', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'NightFailed' }] });
    expect(state('NightFailed').Type).toBe('Fail');
  });

  it('waits for a busy night as long as a night may take, asking every ten seconds', () => {
    const busy = state('PlanNight').Retry?.find((each) => each.ErrorEquals.includes('NightBusy'));
    expect(busy).toMatchObject({ IntervalSeconds: 10, BackoffRate: 1 });
    expect((busy?.IntervalSeconds ?? 0) * (busy?.MaxAttempts ?? 0)).toBe(3 * 60 * 60);
  });

  it.each([['PlanNight', state('PlanNight')], ['a slice of ProfileCustomers', sliceOf('ProfileCustomers')], ['FitModel', state('FitModel')], ['a slice of ScoreCustomers', sliceOf('ScoreCustomers')], ['PublishNight', state('PublishNight')], ['RecordFailure', state('RecordFailure')]])('tries %s again, later and later, when Lambda fails', (_name, { Retry }) => {
    for (const error of ['Lambda.ServiceException', 'Lambda.TooManyRequestsException', 'Lambda.Unknown']) {
      const retry = Retry?.find((each) => each.ErrorEquals.includes(error));
      expect(retry?.MaxAttempts).toBeGreaterThanOrEqual(2);
      expect(retry?.BackoffRate).toBe(2);
    }
  });

  it('starts every day at the business time, and a start that fails is kept', () => {
    const { properties } = template.one('AWS::Scheduler::Schedule');
    expect(properties).toMatchObject({ ScheduleExpression: 'cron(30 3 * * ? *)', ScheduleExpressionTimezone: 'Asia/Taipei', State: 'ENABLED' });
    expect(properties['Target']).toMatchObject({
      Arn: { Ref: machine.id }, Input: '{}', RetryPolicy: { MaximumRetryAttempts: 20 },
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^RecomputeMissedNights/), 'Arn'] } },
    });
  });

  it('is traced and logs its errors without the data of customers', () => {
    expect(machine.properties).toMatchObject({ TracingConfiguration: { Enabled: true }, LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false } });
  });
});
