import { DynamoCustomers } from './adapters/dynamodb/customers.ts';
import { variable } from './adapters/lambda/environment.ts';
import { nightWorld } from './adapters/lambda/night-world.ts';
import { stepHandler } from './adapters/lambda/step-handler.ts';
import { scoreCustomers } from './flows/score-customers.ts';

const world = nightWorld();
const customers = new DynamoCustomers(world.client, variable('CUSTOMERS_TABLE'));

/** Evaluates every customer of one shard. */
export const handler = stepHandler((task: { runId: string; shard: number }) => scoreCustomers(task, { ...world, customers }));
