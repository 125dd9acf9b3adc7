import type { Bus } from './bus/bus.ts';
import type { Engine } from './engine.ts';
import type { Functions } from './functions/functions.ts';
import type { Queue } from './queue/queue.ts';
import type { StateMachineService } from './states/state-machine.ts';

/** The one event after which something must be gone from the disk, too, as DynamoDB and SQS see to in the cloud. */
const ORDER = 'CustomerErased';
const LOOK_EVERY_MS = 100;
/** How long a caller is kept waiting for the disk. */
const LONGEST_WAIT_MS = 15_000;

export interface Forgetting {
  /** The same bus, watched for orders to erase. */
  watched(bus: Bus): Bus;
  /** Resolves when nothing deleted is left on the disk, or after a while. */
  settled(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  end(): Promise<void>;
}

/** Takes what was deleted off the disk after an erasure, as soon as all has come to rest: the queues that are worked off, the nights, and the functions. */
export function startForgetting({ engine, functions, queues, machines, report }: {
  engine: Engine; functions: Functions; queues: { all: Queue[]; workedOff: Queue[] }; machines: StateMachineService[]; report: (line: string) => void;
}): Forgetting {
  let ordered = false;
  const ending = new AbortController();
  let working: Promise<void> = Promise.resolve();

  const atRest = () => queues.workedOff.every((queue) => queue.counts().visible + queue.counts().inFlight === 0)
    && machines.every((machine) => machine.list().every(({ status }) => status !== 'RUNNING'));
  const isDone = () => functions.between(async () => {
    ordered = false;
    for (const queue of queues.all) queue.tidy();
    await engine.compact();
    report('deleted data taken off the disk');
  });
  const work = async () => {
    do await pause(LOOK_EVERY_MS);
    while (!ending.signal.aborted && !(atRest() && await isDone()));
  };
  const order = () => {
    engine.planCompaction();
    if (ordered) return;
    ordered = true;
    working = working.then(work).catch((error: unknown) => report(`deleted data is still on the disk: ${String(error)}`));
  };

  if (engine.wasPlanned) order();
  return {
    watched: (bus) => ({
      put: (entry) => {
        if (entry.detailType === ORDER) order();
        return bus.put(entry);
      },
    }),
    settled: () => Promise.race([working, pause(LONGEST_WAIT_MS)]),
    end: () => {
      ending.abort();
      return working;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
