import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import type { ExecutionRecord, StateMachineService } from '../states/state-machine.ts';
import type { Operations } from './endpoint.ts';

const ExecutionArn = z.object({ executionArn: z.string() });
const StartExecution = z.object({ stateMachineArn: z.string(), name: z.string().optional(), input: z.string().default('{}') });
const ListExecutions = z.object({
  stateMachineArn: z.string(), statusFilter: z.string().optional(), maxResults: z.number().int().min(0).max(1000).default(0), nextToken: z.string().optional(),
});
const StopExecution = ExecutionArn.extend({ error: z.string().optional(), cause: z.string().optional() });

/** Characters that Step Functions refuses in the name of an execution. */
const BAD_NAME = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;
const MOST_INPUT_BYTES = 262_144;

/** Step Functions over its JSON protocol, on the state machines of the stack. */
export function stepFunctionsOperations(machines: StateMachineService[]): Operations {
  const machineAt = (arn: string): StateMachineService => {
    const machine = machines.find((candidate) => candidate.arn === arn);
    if (!machine) throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return machine;
  };
  const executionAt = (arn: string): { machine: StateMachineService; record: ExecutionRecord } => {
    const [machineName, name = ''] = arn.split(':').slice(-2);
    const machine = machines.find((candidate) => candidate.name === machineName);
    const record = machine?.find(name);
    if (!machine || !record) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return { machine, record };
  };

  return {
    'AWSStepFunctions.StartExecution': async (input) => {
      const { stateMachineArn, name = randomUUID(), input: text } = StartExecution.parse(input);
      const machine = machineAt(stateMachineArn);
      if (name.length === 0 || name.length > 80 || BAD_NAME.test(name)) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
      refuseBadInput(text);
      const { arn, startDate } = await machine.start(name, text);
      return { executionArn: arn, startDate: startDate / 1000 };
    },
    'AWSStepFunctions.DescribeExecution': (input) => {
      const { machine, record } = executionAt(ExecutionArn.parse(input).executionArn);
      return { ...summary(machine, record), input: record.input, output: record.output, error: record.error, cause: record.cause };
    },
    'AWSStepFunctions.ListExecutions': (input) => {
      const { stateMachineArn, statusFilter, maxResults, nextToken } = ListExecutions.parse(input);
      const machine = machineAt(stateMachineArn);
      const found = machine.list().filter((record) => !statusFilter || record.status === statusFilter);
      const start = Number(nextToken ?? 0);
      const end = start + (maxResults || 100);
      return { executions: found.slice(start, end).map((record) => summary(machine, record)), ...(end < found.length && { nextToken: String(end) }) };
    },
    'AWSStepFunctions.StopExecution': async (input) => {
      const { executionArn, error, cause } = StopExecution.parse(input);
      const { machine, record } = executionAt(executionArn);
      const stopped = await machine.stop(record.name, error, cause);
      return { stopDate: (stopped?.stopDate ?? Date.now()) / 1000 };
    },
    'AWSStepFunctions.ListStateMachines': () => ({
      stateMachines: machines.map(({ arn, name }) => ({ stateMachineArn: arn, name, type: 'STANDARD', creationDate: 0 })),
    }),
  };
}

function summary(machine: StateMachineService, { arn, name, status, startDate, stopDate }: ExecutionRecord) {
  return { executionArn: arn, stateMachineArn: machine.arn, name, status, startDate: startDate / 1000, ...(stopDate !== undefined && { stopDate: stopDate / 1000 }) };
}

function refuseBadInput(text: string): void {
  if (Buffer.byteLength(text) > MOST_INPUT_BYTES) throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: larger than ${MOST_INPUT_BYTES} bytes`);
  try {
    JSON.parse(text);
  } catch (error) {
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${(error as Error).message}'`);
  }
}
