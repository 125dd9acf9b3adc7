import { randomUUID } from 'node:crypto';
import { ServiceError, UnsupportedTemplateError } from '../errors.ts';
import type { Queue } from '../queue/queue.ts';
import type { StateMachineService } from '../states/state-machine.ts';
import { ACCOUNT, REGION } from '../template/identity.ts';
import type { RuleResource, Stack } from '../template/stack.ts';
import { compilePattern, type EventMatcher } from './event-pattern.ts';
import { compileTargetInput } from './target-input.ts';

/** An entry of PutEvents, already checked. */
export interface BusEntry {
  busName: string;
  source: string;
  detailType: string;
  /** The detail as the sender wrote it, and parsed. */
  detailText: string;
  detail: object;
  resources: string[];
  /** Milliseconds since 1970. */
  time: number;
}

export interface Bus {
  /** Hands an event to the targets of every rule it matches; resolves with its id once each of them has stored it. */
  put(entry: BusEntry): Promise<string>;
}

type Deliver = (event: Record<string, unknown>, eventText: string) => Promise<unknown>;
interface CompiledRule {
  matches: EventMatcher;
  targets: Deliver[];
}

/** The buses of the stack with their rules; a target that is neither a queue nor a state machine is refused. */
export function createBus({ buses, rules }: Stack, queues: Map<string, Queue>, machines: Map<string, StateMachineService>): Bus {
  const rulesOf = new Map<string, CompiledRule[]>([['default', []]]);
  for (const bus of buses) rulesOf.set(bus.name, []);
  for (const rule of rules) {
    if (rule.properties.State === 'DISABLED') continue;
    const busName = (rule.properties.EventBusName ?? 'default').replace(/^.*:event-bus\//, '');
    rulesOf.get(busName)?.push(compileRule(rule, queues, machines));
  }

  return {
    put: async ({ busName, source, detailType, detailText, detail, resources, time }) => {
      const rules = rulesOf.get(busName.replace(/^.*:event-bus\//, ''));
      // AWS swallows what is sent to a bus that does not exist; on a laptop that would only hide a mistake.
      if (!rules) throw new ServiceError('ResourceNotFoundException', `Event bus ${busName} does not exist.`);
      const id = randomUUID();
      const head = { version: '0', id, 'detail-type': detailType, source, account: ACCOUNT, time: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z'), region: REGION, resources };
      const event = { ...head, detail };
      const text = `${JSON.stringify(head).slice(0, -1)},"detail":${detailText}}`;
      const deliveries = rules.filter((rule) => rule.matches(event)).flatMap((rule) => rule.targets.map((deliver) => deliver(event, text)));
      await Promise.all(deliveries);
      return id;
    },
  };
}

function compileRule({ logicalId, properties }: RuleResource, queues: Map<string, Queue>, machines: Map<string, StateMachineService>): CompiledRule {
  const targets = properties.Targets.map((target): Deliver => {
    const input = compileTargetInput(target);
    const queue = queues.get(target.Arn);
    if (queue) return (event, text) => queue.send(input(event, text)).stored;
    const machine = machines.get(target.Arn);
    if (machine) return (event, text) => machine.start(String(event['id']), input(event, text));
    throw new UnsupportedTemplateError(`${logicalId} (AWS::Events::Rule): target ${target.Arn} is neither a queue nor a state machine of this stack`);
  });
  return { matches: compilePattern(properties.EventPattern), targets };
}
