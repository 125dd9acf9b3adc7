import { z } from 'zod';
import type { Bus } from '../bus/bus.ts';
import { ServiceError } from '../errors.ts';
import type { Operations } from './endpoint.ts';

/** Quotas of PutEvents: entries of one request and their total size (EventBridge quotas, 1 MB since January 2026). */
const MOST_ENTRIES = 10;
const MOST_BYTES = 1024 * 1024;

const Entry = z.object({
  EventBusName: z.string().default('default'),
  Source: z.string().optional(), DetailType: z.string().optional(), Detail: z.string().optional(),
  Resources: z.array(z.string()).default([]),
  /** Seconds since 1970. */
  Time: z.number().optional(),
});
type Entry = z.infer<typeof Entry>;
const PutEvents = z.object({ Entries: z.array(Entry) });

type Result = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

/** EventBridge's PutEvents: a faulty entry is refused alone, a request over its quotas as a whole. */
export function eventBridgeOperations(bus: Bus): Operations {
  return {
    'AWSEvents.PutEvents': async (input) => {
      const { Entries: entries } = PutEvents.parse(input);
      if (entries.length === 0 || entries.length > MOST_ENTRIES) {
        throw new ServiceError('ValidationException', `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${MOST_ENTRIES}`);
      }
      if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > MOST_BYTES) {
        throw new ServiceError('ValidationException', 'Total size of the entries in the request is over the limit.');
      }
      const results = await Promise.all(entries.map((entry) => put(bus, entry)));
      return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
    },
  };
}

async function put(bus: Bus, { EventBusName, Source, DetailType, Detail, Resources, Time }: Entry): Promise<Result> {
  const missing = !Source ? 'Source' : !DetailType ? 'DetailType' : !Detail ? 'Detail' : undefined;
  if (!Source || !DetailType || !Detail) return refused('InvalidArgument', `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`);
  let detail: unknown;
  try {
    detail = JSON.parse(Detail);
  } catch {
    return refused('MalformedDetail', 'Detail is malformed.');
  }
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return refused('MalformedDetail', 'Detail is malformed.');
  try {
    const time = Time === undefined ? Date.now() : Time * 1000;
    return { EventId: await bus.put({ busName: EventBusName, source: Source, detailType: DetailType, detailText: Detail, detail, resources: Resources, time }) };
  } catch (error) {
    if (error instanceof ServiceError) return refused(error.code, error.message);
    return refused('InternalFailure', (error as Error).message);
  }
}

function refused(ErrorCode: string, ErrorMessage: string): Result {
  return { ErrorCode, ErrorMessage };
}

/** Bytes that an entry counts for (EventBridge user guide, calculating PutEvents event entry size). */
function sizeOf({ Source = '', DetailType = '', Detail = '', Resources, Time }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}
