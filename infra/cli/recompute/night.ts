import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, QueryCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { CommandFailed, UnusableInput } from '../errors.ts';
import { firstLine, isUnreachable, unreachable, type Stack } from '../stack.ts';

/** How a night ended. `counts` are what its steps reported, durations are milliseconds. */
export interface NightResult {
  runId: string;
  succeeded: boolean;
  asOf: string | undefined;
  cause: string | undefined;
  milliseconds: number;
  counts: Record<string, number>;
  durations: Record<string, number>;
}

const pollMs = 400;

/** One night of a stack: started here, followed until it ends. */
export class NightRun {
  readonly #steps: SFNClient;
  readonly #readings: DynamoDBClient;

  constructor(private readonly stack: Stack) {
    this.#steps = new SFNClient(stack.settings);
    this.#readings = new DynamoDBClient(stack.settings);
  }

  /** Starts a night and answers the execution's ARN. The as-of date is a business day; without it the night takes yesterday. */
  async start(asOf: string | undefined): Promise<string> {
    const input = JSON.stringify(asOf === undefined ? {} : { asOf });
    const { executionArn } = await this.#ask(() => this.#steps.send(new StartExecutionCommand({ stateMachineArn: this.stack.outputs.NightArn, input })));
    return executionArn!;
  }

  /** Waits until the night has ended; `onStep` hears of the step in progress. */
  async wait(executionArn: string, onStep: (step: string) => void): Promise<NightResult> {
    const runId = runIdOf(executionArn);
    for (;;) {
      const { status, startDate, stopDate, error, cause } = await this.#ask(() => this.#steps.send(new DescribeExecutionCommand({ executionArn })));
      if (status !== 'RUNNING' && status !== 'PENDING_REDRIVE') {
        const milliseconds = (stopDate ?? new Date()).getTime() - (startDate ?? new Date()).getTime();
        const causes = [error, readableCause(cause)].filter(Boolean).join(': ');
        const run = await this.#run(runId);
        return { runId, succeeded: status === 'SUCCEEDED', asOf: run['asOf']?.S, cause: causes || status, milliseconds, ...(await this.#reports(runId)) };
      }
      const step = (await this.#run(runId))['step']?.S;
      if (step) onStep(step);
      await pause(pollMs);
    }
  }

  /** Closes the connections. */
  end(): void {
    this.#steps.destroy();
    this.#readings.destroy();
  }

  async #run(runId: string): Promise<Record<string, AttributeValue>> {
    const key = { pk: { S: `run#${runId}` }, sk: { S: 'run' } };
    const { Item } = await this.#ask(() => this.#readings.send(new GetItemCommand({ TableName: this.stack.outputs.ReadingsTable, Key: key })));
    return Item ?? {};
  }

  /** What every part of every step counted and how long the slowest part took. */
  async #reports(runId: string): Promise<Pick<NightResult, 'counts' | 'durations'>> {
    const [counts, durations]: [Record<string, number>, Record<string, number>] = [{}, {}];
    const { Items } = await this.#ask(() => this.#readings.send(new QueryCommand({
      TableName: this.stack.outputs.ReadingsTable, KeyConditionExpression: 'pk = :run and begins_with(sk, :report)',
      ExpressionAttributeValues: { ':run': { S: `run#${runId}` }, ':report': { S: 'report#' } },
    })));
    for (const item of Items ?? []) {
      const step = item['sk']?.S?.split('#')[1] ?? 'night';
      durations[step] = Math.max(durations[step] ?? 0, Number(item['milliseconds']?.N ?? 0));
      for (const [name, value] of Object.entries(item['counts']?.M ?? {})) counts[name] = (counts[name] ?? 0) + Number(value.N ?? 0);
    }
    return { counts, durations };
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
