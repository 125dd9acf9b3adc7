import { sameGroup } from '../../domain/lifecycle/control-group.ts';
import { DynamoCustomers } from '../dynamodb/customers.ts';
import { DynamoErasures } from '../dynamodb/erasures.ts';
import { DynamoLedger } from '../dynamodb/ledger.ts';
import { DynamoReplays } from '../dynamodb/replays.ts';
import { variable } from './environment.ts';
import { nightWorld } from './night-world.ts';

/** Everything that says something about a customer, for whoever may have to take her out of it. Throws MissingEnvironment. */
export function eraseWorld() {
  const world = nightWorld();
  const readings = variable('READINGS_TABLE');
  return {
    ...world, runsKeptDays: world.settings.runsKeptDays,
    ledger: new DynamoLedger(world.client, variable('LEDGER_TABLE')),
    customers: new DynamoCustomers(world.client, variable('CUSTOMERS_TABLE')),
    replays: new DynamoReplays(world.client, readings),
    erasures: new DynamoErasures(world.client, readings, sameGroup(world.evaluation.lifecycle.winBack)),
  };
}
