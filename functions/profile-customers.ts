import { DynamoLedger } from './adapters/dynamodb/ledger.ts';
import { variable } from './adapters/lambda/environment.ts';
import { nightWorld } from './adapters/lambda/night-world.ts';
import { stepHandler } from './adapters/lambda/step-handler.ts';
import type { ProfilePart } from './flows/plan-night.ts';
import { profileCustomers } from './flows/profile-customers.ts';

const { client, calendar, exchange, ...world } = nightWorld();
const ledger = new DynamoLedger(client, variable('LEDGER_TABLE'));

/** Folds the facts of one part of the chain into histories. */
export const handler = stepHandler((task: ProfilePart & { runId: string }) => profileCustomers(task, { ...world, ledger, fold: { calendar, exchange } }));
