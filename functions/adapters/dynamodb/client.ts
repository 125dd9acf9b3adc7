import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Meter } from '../../ports.ts';

const writes = new Set(['BatchWriteItemCommand', 'PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand']);
const metered = new Set([...writes, 'GetItemCommand', 'BatchGetItemCommand', 'QueryCommand', 'ScanCommand']);

/** A DynamoDB client that counts the request units the service says it charged. */
export function meteredClient(): { client: DynamoDBClient; meter: Meter } {
  const client = new DynamoDBClient({ maxAttempts: 8 });
  let units = { readUnits: 0, writeUnits: 0 };
  client.middlewareStack.add((next, context) => async (args) => {
    const command = context.commandName ?? '';
    if (!metered.has(command)) return next(args);
    const result = await next({ ...args, input: { ReturnConsumedCapacity: 'TOTAL', ...args.input } });
    const { ConsumedCapacity: charged } = result.output as { ConsumedCapacity?: Capacity | Capacity[] };
    const sum = [charged ?? []].flat().reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
    if (writes.has(command)) units.writeUnits += sum;
    else units.readUnits += sum;
    return result;
  }, { step: 'initialize', name: 'meter' });
  return { client, meter: { take: () => { const taken = units; units = { readUnits: 0, writeUnits: 0 }; return taken; } } };
}

interface Capacity { CapacityUnits?: number }
