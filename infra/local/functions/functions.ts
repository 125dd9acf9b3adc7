import { closeSync, openSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { LaptopError } from '../errors.ts';
import { createLine } from '../queue/line.ts';
import { REGION } from '../template/identity.ts';
import type { LambdaResource } from '../template/stack.ts';
import { type Instance, type Outcome, startInstance } from './instance.ts';

/** The Lambda functions of the stack, found by name or ARN. */
export interface Functions {
  /** Runs a function on an event; a failure of the function is an outcome, not an exception. */
  invoke(nameOrArn: string, event: unknown): Promise<Outcome>;
  /** Starts a first instance, so that the first caller does not wait for it. */
  warm(nameOrArn: string): void;
  /** How many instances a function may have at once. */
  instances(nameOrArn: string): number;
  /** Does something while no function runs: calls that come meanwhile wait. Does nothing and answers false when one is running already. */
  between(work: () => Promise<void>): Promise<boolean>;
  /** The processes alive now. */
  processes(): { name: string; pid: number | undefined }[];
  end(): Promise<void>;
}

interface Waiting {
  event: unknown;
  settle: (outcome: Outcome) => void;
}

/** More processes than this share the same cores and only take memory from each other. */
const MOST_INSTANCES = Math.max(2, Math.min(4, availableParallelism()));

/** Makes every function of the stack callable. Instances start when they are first needed and stay. */
export function startFunctions(resources: LambdaResource[], surroundings: Record<string, string>, logFolder: string, report: (line: string) => void): Functions {
  const pools = new Map<string, ReturnType<typeof createPool>>();
  for (const resource of resources) {
    const pool = createPool(resource, surroundings, logFolder, report);
    pools.set(resource.name, pool).set(resource.arn, pool);
  }
  const poolOf = (nameOrArn: string) => {
    const pool = pools.get(nameOrArn);
    if (!pool) throw new LaptopError(`The stack has no function ${nameOrArn}`);
    return pool;
  };
  const each = () => [...new Set(pools.values())];
  return {
    invoke: (nameOrArn, event) => poolOf(nameOrArn).invoke(event),
    warm: (nameOrArn) => poolOf(nameOrArn).warm(),
    instances: (nameOrArn) => poolOf(nameOrArn).limit,
    between: async (work) => {
      if (each().some((pool) => pool.isBusy())) return false;
      for (const pool of each()) pool.hold();
      try {
        await work();
      } finally {
        for (const pool of each()) pool.goOn();
      }
      return true;
    },
    processes: () => each().flatMap((pool) => pool.processes()),
    end: async () => {
      await Promise.all(each().map((pool) => pool.end()));
    },
  };
}

function createPool(resource: LambdaResource, surroundings: Record<string, string>, logFolder: string, report: (line: string) => void) {
  const { properties, name } = resource;
  if (!properties.Runtime.startsWith('nodejs')) throw new LaptopError(`${resource.logicalId} (AWS::Lambda::Function): runtime ${properties.Runtime} does not run on a laptop`);
  const limit = Math.min(properties.ReservedConcurrentExecutions ?? Number.POSITIVE_INFINITY, MOST_INSTANCES);
  const logFile = join(logFolder, `${name}.log`);
  const log = openSync(logFile, 'a');
  const environment = {
    ...surroundings,
    AWS_REGION: REGION, AWS_DEFAULT_REGION: REGION, AWS_EXECUTION_ENV: `AWS_Lambda_${properties.Runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name, AWS_LAMBDA_FUNCTION_VERSION: '$LATEST', AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: logFile, AWS_LAMBDA_LOG_STREAM_NAME: 'local', AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    ...properties.Environment.Variables,
  };
  const idle: Instance[] = [];
  const busy = new Set<Instance>();
  const waiting = createLine<Waiting>();
  const underWay = new Set<Promise<void>>();

  let [ending, held] = [false, false];

  const serve = async (instance: Instance, { event, settle }: Waiting) => {
    const outcome = await instance.invoke(event);
    if (!outcome.ok && !ending) report(`${name}: ${outcome.error.errorType}: ${outcome.error.errorMessage} (see ${logFile})`);
    settle(outcome);
    busy.delete(instance);
    if (instance.alive()) idle.push(instance);
    next();
  };
  const next = () => {
    if (held) return;
    while (waiting.length() > 0) {
      let instance = idle.pop();
      while (instance && !instance.alive()) instance = idle.pop();
      if (!instance && busy.size >= limit) return;
      instance ??= startInstance(resource, environment, log);
      busy.add(instance);
      const work = serve(instance, waiting.shift() as Waiting).finally(() => underWay.delete(work));
      underWay.add(work);
    }
  };

  return {
    limit,
    warm: () => {
      if (idle.length + busy.size === 0) idle.push(startInstance(resource, environment, log));
    },
    invoke: (event: unknown) => new Promise<Outcome>((settle) => {
      waiting.push({ event, settle });
      next();
    }),
    isBusy: () => busy.size + waiting.length() > 0,
    hold: () => {
      held = true;
    },
    goOn: () => {
      held = false;
      next();
    },
    processes: () => [...idle, ...busy].filter((instance) => instance.alive()).map(({ pid }) => ({ name, pid })),
    end: async () => {
      ending = true;
      waiting.clear();
      for (const instance of [...idle, ...busy]) instance.end();
      await Promise.allSettled(underWay);
      closeSync(log);
    },
  };
}
