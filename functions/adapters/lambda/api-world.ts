import { randomUUID } from 'node:crypto';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoCustomers } from '../dynamodb/customers.ts';
import { DynamoLedger } from '../dynamodb/ledger.ts';
import { DynamoReplays } from '../dynamodb/replays.ts';
import { EventBridgeBus } from '../eventbridge/bus.ts';
import { StepFunctionsNight } from '../stepfunctions/night.ts';
import { variable } from './environment.ts';
import { logger } from './logger.ts';
import { nightWorld } from './night-world.ts';

/** What the API works with: the tables, the bus, the state machine of the night, and how it answers. Throws MissingEnvironment. */
export function apiWorld() {
  const { client, settings, clock, calendar, exchange, runs, pages, policies } = nightWorld();
  return {
    clock, calendar, exchange, runs, pages, policies,
    runsKeptDays: settings.runsKeptDays,
    ledger: new DynamoLedger(client, variable('LEDGER_TABLE')),
    customers: new DynamoCustomers(client, variable('CUSTOMERS_TABLE')),
    replays: new DynamoReplays(client, variable('READINGS_TABLE')),
    inbox: new EventBridgeBus(new EventBridgeClient({}), variable('EVENT_BUS'), 'guibin.api'),
    night: new StepFunctionsNight(new SFNClient({}), variable('NIGHT_ARN')),
    newId: randomUUID,
    options: { headOfficeSeesContacts: settings.headOfficeSeesContacts, log: logger },
  };
}
