import { meteredClient } from '../dynamodb/client.ts';
import { DynamoContactSettings } from '../dynamodb/contact-settings.ts';
import { DynamoPages } from '../dynamodb/pages.ts';
import { DynamoPolicies } from '../dynamodb/policies.ts';
import { DynamoRuns } from '../dynamodb/runs.ts';
import { deployment, systemClock, variable } from './environment.ts';

/** What every step of the night works with: settings, clock, and the parts of the readings table. */
export function nightWorld() {
  const { client, meter } = meteredClient();
  const readings = variable('READINGS_TABLE');
  const deployed = deployment();
  return {
    ...deployed, client, meter, clock: systemClock,
    pages: new DynamoPages(client, readings, deployed.settings.runsKeptDays),
    runs: new DynamoRuns(client, readings),
    policies: new DynamoPolicies(client, readings),
    contactSettings: new DynamoContactSettings(client, readings),
  };
}
