import { parseArgs } from 'node:util';
import { LaptopError } from './errors.ts';

export interface Options {
  /** Portal, API and widgets; the AWS-shaped endpoint takes the next port. */
  port: number;
  /** Without it the data lives in a temporary folder and goes with the runner. */
  dataDir: string | undefined;
  /** Start without the sample chain. */
  empty: boolean;
}

export const USAGE = `npm start [-- options]

  --port N        portal, API and widgets on port N, the AWS-shaped endpoint on N + 1 (default 4400)
  --data-dir DIR  keep the data in DIR; without it everything is gone at the end
  --empty         start without the sample chain`;

/** Reads the command line; throws a LaptopError with the usage when it makes no sense. */
export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: { port: { type: 'string', default: '4400' }, 'data-dir': { type: 'string' }, empty: { type: 'boolean', default: false } },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_534) throw new RangeError(`--port ${values.port} is not a port`);
    return { port, dataDir: values['data-dir'], empty: values.empty };
  } catch (error) {
    throw new LaptopError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
