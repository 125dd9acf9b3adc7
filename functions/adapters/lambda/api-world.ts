import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SFNClient } from '@aws-sdk/client-sfn';
import { EventBridgeBus } from '../eventbridge/bus.ts';
import { StepFunctionsNight } from '../stepfunctions/night.ts';
import { variable } from './environment.ts';
import { eraseWorld } from './erase-world.ts';
import { logger } from './logger.ts';

/** What the API works with: the tables, the bus, the state machine of the night, and how it answers. Throws MissingEnvironment. */
export function apiWorld() {
  const { settings, clock, calendar, exchange, runs, pages, policies, contactSettings, ledger, customers, replays, erasures, runsKeptDays } = eraseWorld();
  return {
    clock, calendar, exchange, runs, pages, policies, contactSettings, ledger, customers, replays, erasures, runsKeptDays, pause,
    inbox: new EventBridgeBus(new EventBridgeClient({}), variable('EVENT_BUS'), 'guibin.api'),
    night: new StepFunctionsNight(new SFNClient({}), variable('NIGHT_ARN')),
    newId: randomUUID,
    options: { headOfficeSeesContacts: settings.headOfficeSeesContacts, log: logger },
  };
}
