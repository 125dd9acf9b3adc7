import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DescribeTimeToLiveCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DescribeExecutionCommand, ListExecutionsCommand, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import {
  ChangeMessageVisibilityCommand, DeleteMessageBatchCommand, DeleteMessageCommand, GetQueueAttributesCommand, GetQueueUrlCommand, PurgeQueueCommand, ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run, type Runner } from '../../../infra/local/run.ts';
import { clientsOf } from './support/clients.ts';
import { writeSmallStack } from './support/small-stack.ts';
import { waitUntil } from './support/wait-until.ts';

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PORT = 4820;
const url = (name: string) => `http://127.0.0.1:${PORT + 1}/000000000000/${name}`;
const inbox = { QueueUrl: url('Small-Inbox') };

describe('the AWS-shaped endpoint', () => {
  let folder: string;
  let assembly: ReturnType<typeof writeSmallStack>;
  let runner: Runner;
  const { eventBridge, sqs, stepFunctions, dynamodb, cloudFormation, destroy } = clientsOf(PORT + 1);
  const kept = () => (existsSync(join(folder, 'kept')) ? readFileSync(join(folder, 'kept'), 'utf8').split('\n').filter(Boolean) : []);
  const event = (DetailType: string, detail: object) => ({ EventBusName: 'SmallBus', Source: 'test', DetailType, Detail: JSON.stringify(detail) });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guibin-endpoint-'));
    assembly = writeSmallStack(folder);
    runner = await run({ port: PORT, dataDir: undefined, assemblyFolder: assembly.folder, healthPath: '/v1/health' }, () => {});
  });
  afterAll(async () => {
    destroy();
    await runner.end();
    assembly.remove();
    rmSync(folder, { recursive: true });
  });

  describe('as EventBridge', () => {
    it('hands an event to the queue of the rule it matches, and none to others', async () => {
      const { Entries, FailedEntryCount } = await eventBridge.send(new PutEventsCommand({
        Entries: [{ ...event('SaleRecorded', { id: 'T-1' }), Time: new Date('2026-11-21T07:04:00Z'), Resources: ['till-3'] }, event('Unmatched', { id: 'T-2' })],
      }));
      expect(FailedEntryCount).toBe(0);
      const line = await waitUntil(() => kept().find((text) => text.includes('T-1')));
      expect(JSON.parse(line ?? '')).toEqual({
        version: '0', id: Entries?.[0]?.EventId, 'detail-type': 'SaleRecorded', source: 'test', account: '000000000000', time: '2026-11-21T07:04:00Z', region: 'us-east-1', resources: ['till-3'], detail: { id: 'T-1' },
      });
      expect(kept().some((text) => text.includes('T-2'))).toBe(false);
    });

    it('refuses faulty entries one by one', async () => {
      const { FailedEntryCount, Entries } = await eventBridge.send(new PutEventsCommand({
        Entries: [event('SaleRecorded', { id: 'T-3' }), { ...event('SaleRecorded', {}), Detail: '{"id":' }, { ...event('SaleRecorded', {}), Source: undefined }, { ...event('SaleRecorded', {}), EventBusName: 'nowhere' }],
      }));
      expect(FailedEntryCount).toBe(3);
      expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([undefined, 'MalformedDetail', 'InvalidArgument', 'ResourceNotFoundException']);
      await waitUntil(() => kept().some((text) => text.includes('T-3')));
    });

    it('refuses a request over its quotas as a whole', async () => {
      const entries = (count: number, text: string) => Array.from({ length: count }, () => event('Unmatched', { text }));
      await expect(eventBridge.send(new PutEventsCommand({ Entries: entries(11, '') }))).rejects.toMatchObject({ name: 'ValidationException' });
      await expect(eventBridge.send(new PutEventsCommand({ Entries: entries(4, 'x'.repeat(300_000)) }))).rejects.toMatchObject({ name: 'ValidationException' });
      expect((await eventBridge.send(new PutEventsCommand({ Entries: entries(1, 'x'.repeat(300_000)) }))).FailedEntryCount).toBe(0);
    });

    it('starts the state machine of a rule with the part of the event that the rule selects', async () => {
      const { Entries } = await eventBridge.send(new PutEventsCommand({ Entries: [event('NightWanted', { items: [7], milliseconds: 0 })] }));
      const arn = `arn:aws:states:us-east-1:000000000000:execution:Small-Machine:${Entries?.[0]?.EventId}`;
      const done = await waitUntil(async () => {
        const execution = await stepFunctions.send(new DescribeExecutionCommand({ executionArn: arn }));
        return execution.status === 'SUCCEEDED' && execution;
      });
      expect(JSON.parse((done || undefined)?.output ?? '')).toEqual({ items: [7], milliseconds: 0, done: [{ item: 7 }] });
    });
  });

  describe('as SQS', () => {
    beforeEach(async () => {
      await sqs.send(new PurgeQueueCommand(inbox));
    });
    const counts = async () => {
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ ...inbox, AttributeNames: ['All'] }));
      return [Attributes?.['ApproximateNumberOfMessages'], Attributes?.['ApproximateNumberOfMessagesNotVisible'], Attributes?.['ApproximateNumberOfMessagesDelayed']];
    };

    it('hides what was received, shows it again after its visibility timeout, and forgets what was deleted', async () => {
      await sqs.send(new SendMessageCommand({ ...inbox, MessageBody: 'one' }));
      const first = await sqs.send(new ReceiveMessageCommand(inbox));
      expect(first.Messages?.[0]?.Body).toBe('one');
      expect(await counts()).toEqual(['0', '1', '0']);
      expect((await sqs.send(new ReceiveMessageCommand(inbox))).Messages ?? []).toEqual([]);
      const second = await sqs.send(new ReceiveMessageCommand({ ...inbox, WaitTimeSeconds: 10, MessageSystemAttributeNames: ['ApproximateReceiveCount'] }));
      expect(second.Messages?.[0]?.Attributes?.ApproximateReceiveCount).toBe('2');
      await sqs.send(new DeleteMessageCommand({ ...inbox, ReceiptHandle: first.Messages?.[0]?.ReceiptHandle }));
      expect(await counts()).toEqual(['0', '1', '0']);
      await sqs.send(new DeleteMessageCommand({ ...inbox, ReceiptHandle: second.Messages?.[0]?.ReceiptHandle }));
      expect(await counts()).toEqual(['0', '0', '0']);
    });

    it('wakes a long poll when a message arrives', async () => {
      const started = Date.now();
      const polling = sqs.send(new ReceiveMessageCommand({ ...inbox, WaitTimeSeconds: 10 }));
      setTimeout(() => void sqs.send(new SendMessageCommand({ ...inbox, MessageBody: 'late' })), 200);
      expect((await polling).Messages?.[0]?.Body).toBe('late');
      expect(Date.now() - started).toBeLessThan(9000);
    });

    it('keeps a delayed message back, and gives one back at once when its visibility is set to zero', async () => {
      await sqs.send(new SendMessageCommand({ ...inbox, MessageBody: 'later', DelaySeconds: 1 }));
      expect(await counts()).toEqual(['0', '0', '1']);
      const { Messages } = await sqs.send(new ReceiveMessageCommand({ ...inbox, WaitTimeSeconds: 5, VisibilityTimeout: 60 }));
      await sqs.send(new ChangeMessageVisibilityCommand({ ...inbox, ReceiptHandle: Messages?.[0]?.ReceiptHandle, VisibilityTimeout: 0 }));
      expect((await sqs.send(new ReceiveMessageCommand({ ...inbox, WaitTimeSeconds: 2 }))).Messages?.[0]?.Body).toBe('later');
    });

    it('takes and deletes batches', async () => {
      const Entries = Array.from({ length: 10 }, (_, index) => ({ Id: String(index), MessageBody: `body ${index}` }));
      expect((await sqs.send(new SendMessageBatchCommand({ ...inbox, Entries }))).Successful?.length).toBe(10);
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ ...inbox, MaxNumberOfMessages: 10 }));
      expect(Messages.map(({ Body }) => Body)).toEqual(Entries.map(({ MessageBody }) => MessageBody));
      await sqs.send(new DeleteMessageBatchCommand({ ...inbox, Entries: Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })) }));
      expect(await counts()).toEqual(['0', '0', '0']);
    });

    it('tells only the attributes it is asked for', async () => {
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ ...inbox, AttributeNames: ['VisibilityTimeout', 'QueueArn'] }));
      expect(Attributes).toEqual({ VisibilityTimeout: '3', QueueArn: 'arn:aws:sqs:us-east-1:000000000000:Small-Inbox' });
    });

    it('refuses what SQS refuses', async () => {
      await expect(sqs.send(new SendMessageCommand({ QueueUrl: url('nowhere'), MessageBody: 'x' }))).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
      await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'nowhere' }))).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
      await expect(sqs.send(new SendMessageCommand({ ...inbox, MessageBody: 'x'.repeat(1_048_577) }))).rejects.toMatchObject({ name: 'InvalidParameterValue' });
      await expect(sqs.send(new SendMessageBatchCommand({ ...inbox, Entries: [] }))).rejects.toMatchObject({ name: 'EmptyBatchRequest' });
      const twice = [{ Id: 'a', MessageBody: '1' }, { Id: 'a', MessageBody: '2' }];
      await expect(sqs.send(new SendMessageBatchCommand({ ...inbox, Entries: twice }))).rejects.toMatchObject({ name: 'BatchEntryIdsNotDistinct' });
    });

    it('moves a message to the dead letters after it failed as often as allowed, and stores the rest of its batch', async () => {
      const queue = { QueueUrl: url('Small-Queue') };
      await sqs.send(new SendMessageBatchCommand({ ...queue, Entries: [{ Id: 'a', MessageBody: 'poison' }, { Id: 'b', MessageBody: 'wholesome' }] }));
      const dead = await waitUntil(async () => (await sqs.send(new ReceiveMessageCommand({ QueueUrl: url('Small-DeadLetters'), WaitTimeSeconds: 1 }))).Messages?.[0]);
      expect(dead?.Body).toBe('poison');
      expect(kept().filter((line) => line === 'wholesome')).toEqual(['wholesome']);
    });
  });

  describe('as Step Functions', () => {
    const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:Small-Machine';
    const input = JSON.stringify({ items: [1], milliseconds: 500 });

    it('starts an execution once for a name and input, and refuses the name for anything else', async () => {
      const start = (name: string, text: string) => stepFunctions.send(new StartExecutionCommand({ stateMachineArn, name, input: text }));
      const [one, two] = [await start('once', input), await start('once', input)];
      expect(two.executionArn).toBe(one.executionArn);
      expect(two.startDate).toEqual(one.startDate);
      await expect(start('once', '{}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
      await expect(start('a b', '{}')).rejects.toMatchObject({ name: 'InvalidName' });
      await expect(start('bad', '{')).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
      await expect(stepFunctions.send(new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}x` }))).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    });

    it('stops an execution, and lists executions by state', async () => {
      const { executionArn } = await stepFunctions.send(new StartExecutionCommand({ stateMachineArn, name: 'to-stop', input: JSON.stringify({ items: [1], milliseconds: 2000 }) }));
      await stepFunctions.send(new StopExecutionCommand({ executionArn, error: 'Changed', cause: 'my mind' }));
      expect(await stepFunctions.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({ status: 'ABORTED', error: 'Changed', cause: 'my mind', name: 'to-stop' });
      const { executions } = await stepFunctions.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' }));
      expect(executions?.map(({ name }) => name)).toEqual(['to-stop']);
      await expect(stepFunctions.send(new DescribeExecutionCommand({ executionArn: `${executionArn}x` }))).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    });
  });

  it('passes DynamoDB through to the engine, with the tables and the time to live of the template', async () => {
    const table = { TableName: 'Small-Ledger' };
    await dynamodb.send(new PutItemCommand({ ...table, Item: { pk: { S: '顾客' }, sk: { S: 'a' } } }));
    const { Items } = await dynamodb.send(new QueryCommand({ ...table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: '顾客' } } }));
    expect(Items).toEqual([{ pk: { S: '顾客' }, sk: { S: 'a' } }]);
    expect((await dynamodb.send(new DescribeTimeToLiveCommand(table))).TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' });
    await expect(dynamodb.send(new QueryCommand({ ...table, TableName: 'nowhere', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'a' } } }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('describes the stack with its outputs, as CloudFormation does', async () => {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: 'Small' }));
    const outputs = Object.fromEntries(Stacks?.[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]) ?? []);
    expect(outputs).toMatchObject({ EventBusName: 'SmallBus', ApiUrl: `http://127.0.0.1:${PORT}`, InboxUrl: inbox.QueueUrl, LedgerTable: 'Small-Ledger' });
    expect(Stacks?.[0]?.StackStatus).toBe('CREATE_COMPLETE');
    await expect(cloudFormation.send(new DescribeStacksCommand({ StackName: 'Other' }))).rejects.toThrow('Stack with id Other does not exist');
  });

  it('says which operation it does not know', async () => {
    const response = await fetch(`http://127.0.0.1:${PORT + 1}`, { method: 'POST', headers: { 'x-amz-target': 'AmazonSQS.CreateQueue' }, body: '{}' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: 'UnknownOperationException', message: expect.stringContaining('AmazonSQS.CreateQueue') as string });
  });

  it('mints tokens that verify against the published keys', async () => {
    const response = await fetch(`http://127.0.0.1:${PORT + 1}/guibin/token`, { method: 'POST', body: JSON.stringify({ role: 'manager', storeId: 'S01', ttlSeconds: 60 }) });
    const { token } = await response.json() as { token: string };
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`http://127.0.0.1:${PORT}/.well-known/jwks.json`)), { issuer: `http://127.0.0.1:${PORT}`, audience: 'guibin', algorithms: ['ES256'] });
    expect(payload).toMatchObject({ role: 'manager', storeId: 'S01', sub: 'manager' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
    expect((await fetch(`http://127.0.0.1:${PORT + 1}/guibin/token`, { method: 'POST', body: '{"role":"owner"}' })).status).toBe(400);
  });
});
