import { LaptopError } from '../errors.ts';
import type { QueueResource } from '../template/stack.ts';
import { openQueue, type Queue } from './queue.ts';

/** Opens all queues of the stack, so that each finds the one its dead letters go to. */
export function openQueues(resources: QueueResource[], folder: string): { byArn: Map<string, Queue>; end(): void } {
  const byArn = new Map<string, Queue>();
  const deadLetters = (arn: string): Queue => {
    const queue = byArn.get(arn);
    if (!queue) throw new LaptopError(`There is no queue ${arn} for dead letters`);
    return queue;
  };
  for (const resource of resources) byArn.set(resource.arn, openQueue(resource, folder, deadLetters));
  return {
    byArn,
    end: () => {
      for (const queue of byArn.values()) queue.end();
    },
  };
}
