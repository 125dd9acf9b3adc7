import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stepsOf } from '../../../infra/cli/recompute/night.ts';
import { call } from './support/call.ts';
import { SmallAws } from './support/small-aws.ts';

let aws: SmallAws;
beforeAll(async () => { aws = await new SmallAws().start(); });
afterAll(() => aws.end());
beforeEach(() => { aws.calls.length = 0; aws.answers = {}; });

describe('guibin recompute', () => {
  const executionArn = 'arn:aws:states:us-east-1:1:execution:night:run-1';
  const night = (ends: Record<string, unknown>) => {
    let polls = 0;
    aws.answers['AWSStepFunctions.StartExecution'] = () => ({ executionArn, startDate: 1 });
    aws.answers['AWSStepFunctions.DescribeExecution'] = () => (polls++ < 1 ? { executionArn, status: 'RUNNING', startDate: 100 } : { executionArn, startDate: 100, stopDate: 104.5, ...ends });
    aws.answers['DynamoDB_20120810.GetItem'] = () => ({ Item: { step: { S: 'profile' }, asOf: { S: '1998-06-30' } } });
    aws.answers['DynamoDB_20120810.Query'] = () => ({
      Items: [{ step: 'publish', milliseconds: 0, counts: {} }, { step: 'profile', milliseconds: 2000, counts: { customers: 5 } }, { step: 'profile', milliseconds: 3000, counts: { customers: 7 } }, { step: 'plan', milliseconds: 100, counts: {} }].map(({ step, milliseconds, counts }, at) =>
        ({ sk: { S: `report#${step}#${at}` }, report: { S: JSON.stringify({ milliseconds, counts }) } })),
    });
  };

  it('starts a night with the as-of date, follows it and says what it did', async () => {
    night({ status: 'SUCCEEDED' });
    const { code, out, err } = await call(aws.url, 'recompute', '--as-of', '1998-06-30', '--wait');
    expect(code).toBe(0);
    expect(aws.calls[0]).toMatchObject({ target: 'AWSStepFunctions.StartExecution', input: { stateMachineArn: aws.outputs['NightArn'], input: '{"asOf":"1998-06-30"}' } });
    expect(err).toBe('profile …\n');
    expect(out).toBe('published run-1 as of 1998-06-30 · plan 0.1 s · profile 3.0 s (customers 12) · publish 0.0 s · in all 4.5 s\n');
  });

  it('ends with the cause when the night fails', async () => {
    night({ status: 'FAILED', error: 'NoExchangeRate', cause: JSON.stringify({ errorMessage: 'no exchange rate is set for JPY' }) });
    const { code, err } = await call(aws.url, 'recompute', '--wait');
    expect([code, err]).toEqual([1, expect.stringContaining('guibin recompute: run run-1 failed: NoExchangeRate: no exchange rate is set for JPY\n')]);
  });

  it('does not wait unless asked to', async () => {
    night({ status: 'SUCCEEDED' });
    expect(await call(aws.url, 'recompute')).toMatchObject({ code: 0, out: 'started run-1\n' });
    expect(aws.calls).toHaveLength(1);
  });

  it.each([['1998-06-31'], ['yesterday'], ['1998-6-30']])('refuses %s as a date', async (date) => {
    expect(await call(aws.url, 'recompute', '--as-of', date)).toMatchObject({ code: 2, err: `guibin recompute: --as-of ${date} is not a date; write it as 1998-06-30\n` });
  });

  it('lists steps in the order of the night', () => {
    expect(stepsOf(['score', 'fit', 'plan', 'publish', 'profile'].map((step) => ({ step, report: {} }))).map(({ step }) => step)).toEqual(['plan', 'profile', 'fit', 'score', 'publish']);
  });
});

describe('guibin erase', () => {
  const erasure = (state: string) => ({ id: 'e-1', state, requestedAt: '2026-11-22T10:00:00.000Z', requestedBy: 'head-office', doneAt: state === 'done' ? '2026-11-22T10:00:02.000Z' : null });
  beforeEach(() => { aws.answers['/guibin/token'] = () => ({ token: 'aaa.bbb.ccc' }); });

  it('orders the erasure, waits for a night that is in the way, and prints the receipt', async () => {
    aws.answers['/api/v1/customers/C%2042'] = () => erasure('open');
    aws.answers['/api/v1/erasures/e-1'] = () => erasure('done');
    const { code, out, err } = await call(aws.url, 'erase', 'C 42');
    expect([code, out]).toEqual([0, 'erased; receipt e-1, ordered 2026-11-22T10:00:00.000Z by head-office, done 2026-11-22T10:00:02.000Z\n']);
    expect(err).toContain('a night is under way');
  });

  it('ends with 1 for a customer nobody knows, and with 2 when none is named', async () => {
    expect(await call(aws.url, 'erase', 'C9')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('guibin erase: ') as string });
    expect(await call(aws.url, 'erase')).toMatchObject({ code: 2, err: expect.stringContaining('guibin erase CUSTOMER') as string });
  });
});

describe('guibin token', () => {
  it('prints the token alone, as the last word', async () => {
    aws.answers['/guibin/token'] = () => ({ token: 'aaa.bbb.ccc' });
    const { code, out } = await call(aws.url, 'token', '--role', 'manager', '--store', 'S01', '--ttl', '2h');
    expect([code, out.trim().split(/\s+/).pop()]).toEqual([0, 'aaa.bbb.ccc']);
    expect(aws.calls[0]?.input).toEqual({ role: 'manager', storeId: 'S01', ttlSeconds: 7_200 });
  });

  it.each([
    [['--role', 'boss'], /--role boss: choose head-office, manager, associate/],
    [[], /say who with --role/],
    [['--role', 'manager'], /needs --store/],
    [['--role', 'head-office', '--ttl', 'soon'], /--ttl soon is not a duration/],
    [['--role', 'head-office', '--stack', 'Prod'], /on the laptop only/],
  ])('refuses %j', async (args, expected) => {
    const { code, err } = await call(aws.url, 'token', ...args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});

describe('guibin dead-letters', () => {
  it('lists each message once with its reason and puts them back', async () => {
    const rejected = { MessageId: 'm1', ReceiptHandle: 'r1', Attributes: { SentTimestamp: '1790000000000' }, Body: JSON.stringify({ messageId: 'x', detailType: 'SaleRecorded', reason: 'currency: is not\nin use', body: JSON.stringify({ detail: { id: 'T-9' } }) }) };
    const exhausted = { MessageId: 'm2', ReceiptHandle: 'r2', Attributes: {}, Body: JSON.stringify({ 'detail-type': 'SaleReturned', detail: { id: 'R-9' } }) };
    const batches = [rejected, exhausted].map((message) => [{ ...message, MD5OfBody: createHash('md5').update(message.Body).digest('hex') }]);
    aws.answers['AmazonSQS.GetQueueAttributes'] = () => ({ Attributes: { ApproximateNumberOfMessages: '2' } });
    aws.answers['AmazonSQS.ReceiveMessage'] = () => ({ Messages: batches.shift() ?? [] });
    aws.answers['AmazonSQS.ChangeMessageVisibilityBatch'] = () => ({ Successful: [], Failed: [] });
    const { code, out } = await call(aws.url, 'dead-letters');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual(['2026-09-21T14:13:20.000Z\tSaleRecorded\tT-9\tcurrency: is not in use', '\tSaleReturned\tR-9\tcould not be stored after repeated tries', '']);
    expect(aws.calls.at(-1)).toMatchObject({ target: 'AmazonSQS.ChangeMessageVisibilityBatch', input: { Entries: [{ ReceiptHandle: 'r1', VisibilityTimeout: 0 }, { ReceiptHandle: 'r2', VisibilityTimeout: 0 }] } });
    expect(aws.calls.some(({ target }) => target.includes('Delete'))).toBe(false);
  });
});

describe('The command line', () => {
  it('knows its commands and each command its flags', async () => {
    expect((await call(aws.url, 'help')).out).toMatch(/import .*\n.*recompute .*\n.*clv .*\n.*replay .*\n.*verify .*\n.*erase .*\n.*token .*\n.*key .*\n.*dead-letters /);
    for (const name of ['import', 'recompute', 'replay', 'verify', 'erase', 'token', 'dead-letters']) {
      expect(await call(aws.url, name, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--stack NAME') });
    }
    expect((await call(aws.url, 'help', 'token')).out).toContain('--role head-office|manager|associate');
  });

  it('says which command was meant', async () => {
    expect(await call(aws.url, 'imprt')).toMatchObject({ code: 2, err: 'guibin: there is no command imprt; did you mean import?\n' });
    expect(await call(aws.url, 'constructor')).toMatchObject({ code: 2 });
  });

  it('says in one line that a stack is not one of ours', async () => {
    const outputs = aws.outputs;
    aws.outputs = { EventBusName: 'x' };
    expect(await call(aws.url, 'recompute')).toMatchObject({ code: 2, err: expect.stringMatching(/^guibin recompute: stack Guibin has no output \w+;.*\n$/) });
    aws.outputs = outputs;
  });
});
