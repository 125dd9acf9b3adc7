import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBus } from './bus/bus.ts';
import { openDataDir } from './data-dir.ts';
import { createCloudFormation } from './endpoint/cloudformation.ts';
import { createDynamoDbProxy } from './endpoint/dynamodb-proxy.ts';
import { createEndpoint } from './endpoint/endpoint.ts';
import { eventBridgeOperations } from './endpoint/eventbridge.ts';
import { sqsOperations } from './endpoint/sqs.ts';
import { stepFunctionsOperations } from './endpoint/step-functions.ts';
import { startEngine } from './engine.ts';
import { LaptopError } from './errors.ts';
import { startForgetting } from './forgetting.ts';
import { startFunctions } from './functions/functions.ts';
import { createHttpApi } from './http/http-api.ts';
import { startHttpServer } from './http/http-server.ts';
import { createLaptopRoutes, createTokenRoutes } from './http/laptop-routes.ts';
import { createSite } from './http/site.ts';
import { openTokens } from './http/tokens.ts';
import type { Options } from './options.ts';
import { startEventSource } from './queue/event-source.ts';
import { openQueues } from './queue/queues.ts';
import { startSchedules } from './schedule.ts';
import { openStateMachine } from './states/state-machine.ts';
import { createTables } from './tables.ts';
import { readAssembly } from './template/assembly.ts';
import { readStack } from './template/stack.ts';
import { synthesize } from './template/synthesize.ts';

const PORTAL = fileURLToPath(new URL('../../dist/portal', import.meta.url));
const AUDIENCE = 'guibin';
const HEALTH_TIMEOUT_MS = 60_000;

export interface Runner {
  apiUrl: string;
  endpointUrl: string;
  stackName: string;
  dataDir: string;
  /** True when an earlier run left data in the data directory. */
  hasData: boolean;
  end(): Promise<void>;
}
export interface RunOptions extends Omit<Options, 'empty'> {
  /** A cloud assembly to run instead of the project's own, which is then not built. */
  assemblyFolder?: string;
  /** Path that must answer 200 before the runner counts as started. */
  healthPath?: string;
  /** Called when the engine ends by itself, after which nothing works any more. */
  died?: (reason: string) => void;
}

/** Boots the stack on this machine, from data directory to answering API; `report` gets a line for every step. */
export async function run(options: RunOptions, report: (line: string) => void): Promise<Runner> {
  const at = { api: `http://127.0.0.1:${options.port}`, endpoint: `http://127.0.0.1:${options.port + 1}` };
  const ends: (() => unknown)[] = [];
  const end = async () => {
    for (const stop of ends.splice(0).reverse()) await stop();
  };
  try {
    const dataDir = await openDataDir(options.dataDir);
    ends.push(() => dataDir.end());

    report(options.assemblyFolder ? 'starting the engine' : 'building the project and starting the engine');
    const assemblyFolder = options.assemblyFolder ?? join(dataDir.path, 'cloud-assembly');
    const [engine] = await Promise.all([
      startEngine(dataDir.path, process.env, options.died ?? report).then((started) => {
        ends.push(() => started.end());
        return started;
      }),
      options.assemblyFolder ? undefined : synthesize(assemblyFolder),
    ]);

    const stack = readStack(readAssembly(assemblyFolder), at, { JwtIssuer: at.api, JwtAudience: AUDIENCE, JwksUrl: `${at.api}/.well-known/jwks.json` });
    const created = await createTables(engine.url, stack.tables);
    report(`${stack.tables.length} tables, ${created} of them new`);

    const functions = startFunctions(stack.functions, {
      AWS_ENDPOINT_URL: at.endpoint, AWS_ENDPOINT_URL_DYNAMODB: engine.url, AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local',
    }, dataDir.logs, report);
    ends.push(() => functions.end());

    const queues = openQueues(stack.queues, dataDir.path);
    ends.push(() => queues.end());
    const machines = stack.stateMachines.map((machine) => openStateMachine(machine, dataDir.path, functions));
    ends.push(() => machines.forEach((machine) => machine.end()));
    const machineByArn = new Map(machines.map((machine) => [machine.arn, machine]));
    const workedOff = stack.mappings.map(({ properties }) => queues.byArn.get(properties.EventSourceArn)).filter((queue) => queue !== undefined);
    const forgetting = startForgetting({ engine, functions, queues: { all: [...queues.byArn.values()], workedOff }, machines, report });
    ends.push(() => forgetting.end());
    const bus = forgetting.watched(createBus(stack, queues.byArn, machineByArn));

    const tokens = await openTokens(join(dataDir.path, 'token-key.json'), at.api, AUDIENCE);
    const endpoint = await startHttpServer(options.port + 1, createEndpoint({
      operations: { ...eventBridgeOperations(bus), ...sqsOperations([...queues.byArn.values()], at.endpoint), ...stepFunctionsOperations(machines) },
      dynamodb: createDynamoDbProxy(engine.url),
      cloudFormation: createCloudFormation(stack, new Date()),
      laptopOnly: createLaptopRoutes(tokens, () => [{ name: 'runner', pid: process.pid }, { name: 'engine', pid: engine.pid }, ...functions.processes()]),
    }), report);
    ends.push(() => endpoint.end());

    const serveFile = createSite({ ...stack.site, folders: [...stack.site.folders, { prefix: '', folder: PORTAL }], rootObject: stack.site.rootObject || 'index.html' });
    const serveToken = createTokenRoutes(tokens, at.api);
    const serveApi = createHttpApi(stack, functions, () => forgetting.settled());
    const api = await startHttpServer(options.port, (request, response) =>
      serveFile(request, response) ? undefined : serveToken(request, response, () => serveApi(request, response)), report);
    ends.push(() => api.end());

    const sources = stack.mappings.map((mapping) => {
      const queue = queues.byArn.get(mapping.properties.EventSourceArn);
      if (!queue) throw new LaptopError(`${mapping.logicalId}: ${mapping.properties.EventSourceArn} is not a queue of this stack`);
      return startEventSource(mapping, queue, functions);
    });
    ends.push(() => Promise.all(sources.map((source) => source.end())));
    const schedules = startSchedules(stack.schedules, machineByArn);
    ends.push(() => schedules.end());
    const resumed = machines.reduce((sum, machine) => sum + machine.resume(), 0);
    if (resumed > 0) report(`${resumed} interrupted executions go on`);

    if (options.healthPath) await untilHealthy(`${at.api}${options.healthPath}`);
    return { apiUrl: at.api, endpointUrl: at.endpoint, stackName: stack.name, dataDir: dataDir.path, hasData: dataDir.hasData, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function untilHealthy(url: string): Promise<void> {
  const deadline = Date.now() + HEALTH_TIMEOUT_MS;
  let last = '';
  while (Date.now() < deadline) {
    const response = await fetch(url);
    if (response.ok) return;
    last = `${response.status} ${await response.text()}`;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  throw new LaptopError(`${url} does not answer: ${last}`);
}
