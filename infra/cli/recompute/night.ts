import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, QueryCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { CommandFailed, UnusableInput } from '../errors.ts';
import { firstLine, isUnreachable, unreachable, type Stack } from '../stack.ts';

/** One step of a night: what its parts counted together, and the milliseconds of the slowest of them, since they run side by side. */
export interface StepResult { step: string; milliseconds: number; counts: Record<string, number> }
/** How a night ended. */
export interface NightResult {
  runId: string;
  succeeded: boolean;
  asOf: string | undefined;
  cause: string | undefined;
  milliseconds: number;
  steps: StepResult[];
}

const pollMs = 400;

/** One night of a stack: started here, followed until it ends. */
export class NightRun {
  readonly #machine: SFNClient;
  readonly #readings: DynamoDBClient;

  constructor(private readonly stack: Stack) {
    this.#machine = new SFNClient(stack.settings);
    this.#readings = new DynamoDBClient(stack.settings);
  }

  /** Starts a night and answers the execution's ARN. The as-of date is a business day; without it the night takes yesterday. */
  async start(asOf: string | undefined): Promise<string> {
    const input = JSON.stringify(asOf === undefined ? {} : { asOf });
    const { executionArn } = await this.#ask(() => this.#machine.send(new StartExecutionCommand({ stateMachineArn: this.stack.outputs.NightArn, input })));
    return executionArn!;
  }

  /** Waits until the night has ended; `onStep` hears of the step in progress. */
  async wait(executionArn: string, onStep: (step: string) => void): Promise<NightResult> {
    const runId = runIdOf(executionArn);
    for (;;) {
      const { status, startDate, stopDate, error, cause } = await this.#ask(() => this.#machine.send(new DescribeExecutionCommand({ executionArn })));
      if (status !== 'RUNNING' && status !== 'PENDING_REDRIVE') {
        const milliseconds = (stopDate ?? new Date()).getTime() - (startDate ?? new Date()).getTime();
        const causes = [error, readableCause(cause)].filter(Boolean).join(': ');
        const run = await this.#run(runId);
        return { runId, succeeded: status === 'SUCCEEDED', asOf: run['asOf']?.S, cause: causes || status, milliseconds, steps: await this.#steps(runId) };
      }
      const step = (await this.#run(runId))['step']?.S;
      if (step) onStep(step);
      await pause(pollMs);
    }
  }

  /** Closes the connections. */
  end(): void {
    this.#machine.destroy();
    this.#readings.destroy();
  }

  async #run(runId: string): Promise<Record<string, AttributeValue>> {
    const key = { pk: { S: `run#${runId}` }, sk: { S: 'run' } };
    const { Item } = await this.#ask(() => this.#readings.send(new GetItemCommand({ TableName: this.stack.outputs.ReadingsTable, Key: key })));
    return Item ?? {};
  }

  async #steps(runId: string): Promise<StepResult[]> {
    const { Items = [] } = await this.#ask(() => this.#readings.send(new QueryCommand({
      TableName: this.stack.outputs.ReadingsTable, KeyConditionExpression: 'pk = :run and begins_with(sk, :report)',
      ExpressionAttributeValues: { ':run': { S: `run#${runId}` }, ':report': { S: 'report#' } },
    })));
    return stepsOf(Items.map((item) => ({ step: item['sk']?.S?.split('#')[1] ?? '', report: JSON.parse(item['report']?.S ?? '{}') as Report })));
  }

  async #ask<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call();
    } catch (error) {
      if (isUnreachable(error)) throw new CommandFailed(unreachable(this.stack.settings.endpoint));
      throw new CommandFailed(firstLine(error));
    }
  }
}

interface Report { counts?: Record<string, number>; milliseconds?: number }
const order = ['plan', 'profile', 'fit', 'score', 'publish'];

/** Joins the reports of a step's parts, in the order in which the night goes. */
export function stepsOf(reports: { step: string; report: Report }[]): StepResult[] {
  const steps = new Map<string, StepResult>();
  for (const { step, report } of reports) {
    const sum = steps.get(step) ?? { step, milliseconds: 0, counts: {} };
    sum.milliseconds = Math.max(sum.milliseconds, report.milliseconds ?? 0);
    for (const [name, count] of Object.entries(report.counts ?? {})) sum.counts[name] = (sum.counts[name] ?? 0) + count;
    steps.set(step, sum);
  }
  return [...steps.values()].sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
}

/** The run id of a night is the name of its execution. */
export function runIdOf(executionArn: string): string {
  return executionArn.slice(executionArn.lastIndexOf(':') + 1);
}

/** Checks a business day. Throws UnusableInput. */
export function needDay(flag: string, text: string): string {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) throw new UnusableInput(`--${flag} ${text} is not a date; write it as 1998-06-30`);
  return text;
}

/** Lambda wraps what a function threw into JSON; the sentence inside is what helps. */
function readableCause(cause: string | undefined): string | undefined {
  try {
    const { errorMessage } = JSON.parse(cause ?? '') as { errorMessage?: unknown };
    return typeof errorMessage === 'string' ? errorMessage : cause;
  } catch {
    return cause;
  }
}
