import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientsOf } from './support/clients.ts';
import { startRunnerProcess, type RunnerProcess } from './support/runner-process.ts';
import { writeSmallStack } from './support/small-stack.ts';
import { waitUntil } from './support/wait-until.ts';

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PORT = 4828;
const machineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:Small-Machine';
const inboxUrl = `http://127.0.0.1:${PORT + 1}/000000000000/Small-Inbox`;
const isAlive = (pid: number) => existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');

describe('a runner that is killed', () => {
  let dataDir: string;
  let assembly: ReturnType<typeof writeSmallStack>;
  let runner: RunnerProcess;
  const clients = clientsOf(PORT + 1);
  const start = async () => {
    runner = await startRunnerProcess(PORT, dataDir, assembly.folder);
  };
  const lines = (file: string) => (existsSync(join(dataDir, file)) ? readFileSync(join(dataDir, file), 'utf8').trim().split('\n').filter(Boolean) : []);

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'guibin-crash-'));
    assembly = writeSmallStack(dataDir);
    await start();
  });
  afterEach(async () => {
    await runner.end();
    assembly.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('delivers every acknowledged event after SIGKILL, none lost', async () => {
    const acknowledged: string[] = [];
    const sending = (async () => {
      for (let call = 0; ; call += 1) {
        const ids = Array.from({ length: 10 }, (_, index) => `${call}-${index}`);
        await clients.eventBridge.send(new PutEventsCommand({
          Entries: ids.map((id) => ({ EventBusName: 'SmallBus', Source: 'test', DetailType: 'SaleRecorded', Detail: JSON.stringify({ id }) })),
        }));
        acknowledged.push(...ids);
      }
    })().catch(() => undefined);
    await waitUntil(() => acknowledged.length > 1000);
    await runner.killGroup();
    await sending;
    await start();
    const kept = await waitUntil(() => {
      const ids = new Set(lines('kept').map((line) => (JSON.parse(line) as { detail: { id: string } }).detail.id));
      return acknowledged.every((id) => ids.has(id)) ? ids : undefined;
    });
    expect(kept?.size).toBeGreaterThanOrEqual(acknowledged.length);
  });

  it('still holds every acknowledged message that nobody has taken', async () => {
    let acknowledged = 0;
    const sending = (async () => {
      for (;;) {
        const entries = Array.from({ length: 10 }, (_, index) => ({ Id: String(index), MessageBody: 'x'.repeat(500) }));
        await clients.sqs.send(new SendMessageBatchCommand({ QueueUrl: inboxUrl, Entries: entries }));
        acknowledged += entries.length;
      }
    })().catch(() => undefined);
    await waitUntil(() => acknowledged > 500);
    await runner.killGroup();
    await sending;
    await start();
    const { Attributes } = await clients.sqs.send(new GetQueueAttributesCommand({ QueueUrl: inboxUrl, AttributeNames: ['All'] }));
    const held = Number(Attributes?.['ApproximateNumberOfMessages']);
    expect(held).toBeGreaterThanOrEqual(acknowledged);
    expect(held).toBeLessThanOrEqual(acknowledged + 10);
  });

  it('still holds the messages and their receive counts that nobody had taken', async () => {
    await clients.sqs.send(new SendMessageBatchCommand({ QueueUrl: inboxUrl, Entries: [{ Id: 'a', MessageBody: 'first' }, { Id: 'b', MessageBody: 'second' }] }));
    await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl: inboxUrl, MaxNumberOfMessages: 1 }));
    await runner.killGroup();
    await start();
    const { Attributes } = await clients.sqs.send(new GetQueueAttributesCommand({ QueueUrl: inboxUrl, AttributeNames: ['All'] }));
    expect(Attributes?.['ApproximateNumberOfMessages']).toBe('2');
    const { Messages = [] } = await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl: inboxUrl, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['ApproximateReceiveCount'] }));
    expect(Messages.map(({ Body, Attributes: own }) => [Body, own?.ApproximateReceiveCount])).toEqual([['first', '2'], ['second', '1']]);
  });

  it('goes on with an execution at the map items that had not finished', async () => {
    const { executionArn } = await clients.stepFunctions.send(new StartExecutionCommand({
      stateMachineArn: machineArn, name: 'night-1', input: JSON.stringify({ items: [1, 2, 3, 4, 5, 6], milliseconds: 300 }),
    }));
    const journal = join(dataDir, 'Small-Machine.executions');
    const finishedItems = () => readFileSync(journal, 'utf8').split('\n').filter((line) => line.includes('/0:Work"')).map((line) => Number(/\[(\d)\]/.exec(line)?.[1]));
    await waitUntil(() => finishedItems().length >= 2);
    await runner.killGroup();
    const before = finishedItems();
    const callsBefore = lines('worked').length;
    await start();
    const described = await waitUntil(async () => {
      const answer = await clients.stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
      return answer.status === 'RUNNING' ? undefined : answer;
    });
    expect(described?.status).toBe('SUCCEEDED');
    expect(JSON.parse(described?.output ?? '')).toEqual({ items: [1, 2, 3, 4, 5, 6], milliseconds: 300, done: [1, 2, 3, 4, 5, 6].map((item) => ({ item })) });
    const again = lines('worked').slice(callsBefore).map((line) => (JSON.parse(line) as { item?: number }).item).filter((item) => item !== undefined);
    const repeated = again.filter((item) => before.includes(item - 1));
    expect(repeated).toEqual([]);
    expect(new Set(again).size).toBe(6 - before.length);
  });

  it('leaves no engine and no worker behind when only the runner is killed, and starts again on the same tables', async () => {
    await clients.dynamodb.send(new BatchWriteItemCommand({ RequestItems: { 'Small-Ledger': [{ PutRequest: { Item: { pk: { S: 'C1' }, sk: { S: 'sale' } } } }] } }));
    const { processes } = await (await fetch(`http://127.0.0.1:${PORT + 1}/guibin/processes`)).json() as { processes: { name: string; pid: number }[] };
    expect(processes.map(({ name }) => name).slice(0, 2)).toEqual(['runner', 'engine']);
    await runner.killAlone();
    await start();
    expect((await clients.dynamodb.send(new ScanCommand({ TableName: 'Small-Ledger' }))).Items).toEqual([{ pk: { S: 'C1' }, sk: { S: 'sale' } }]);
    await waitUntil(() => processes.every(({ pid }) => !isAlive(pid)));
  });

  it('does not share its data directory with a second runner', async () => {
    await expect(startRunnerProcess(PORT + 10, dataDir, assembly.folder)).rejects.toThrow('Another runner is using');
  });
});
