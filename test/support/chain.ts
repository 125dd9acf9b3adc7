import { DynamoContactSettings } from '../../functions/adapters/dynamodb/contact-settings.ts';
import { DynamoCustomers } from '../../functions/adapters/dynamodb/customers.ts';
import { DynamoErasures } from '../../functions/adapters/dynamodb/erasures.ts';
import { DynamoLedger } from '../../functions/adapters/dynamodb/ledger.ts';
import { DynamoPages } from '../../functions/adapters/dynamodb/pages.ts';
import { DynamoPolicies } from '../../functions/adapters/dynamodb/policies.ts';
import { DynamoReplays } from '../../functions/adapters/dynamodb/replays.ts';
import { DynamoRuns } from '../../functions/adapters/dynamodb/runs.ts';
import { deployment } from '../../functions/adapters/lambda/environment.ts';
import { fitModel } from '../../functions/flows/fit-model.ts';
import { ingestFacts } from '../../functions/flows/ingest-facts.ts';
import { planNight, type NightRequest } from '../../functions/flows/plan-night.ts';
import { profileCustomers } from '../../functions/flows/profile-customers.ts';
import { publishNight } from '../../functions/flows/publish-night.ts';
import { scoreCustomers } from '../../functions/flows/score-customers.ts';
import type { Announcement, Rejection } from '../../functions/ports.ts';
import { sameGroup } from '../../functions/domain/lifecycle/control-group.ts';
import { createTable, type temporaryEngine } from './engine.ts';
import type { SentEvent } from './random-facts.ts';

type Engine = Awaited<ReturnType<typeof temporaryEngine>>;
let chains = 0;

/** A chain of its own on a running engine: three fresh tables, the real ingest and the real steps of the night, called in turn. */
export async function freshChain({ client, meter }: Engine, clock = { now: () => new Date() }) {
  const name = `chain-${process.pid}-${++chains}`;
  const [ledgerTable, customersTable, readingsTable] = [`${name}-ledger`, `${name}-customers`, `${name}-readings`];
  for (const table of [ledgerTable, customersTable, readingsTable]) await createTable(client, table);
  const { calendar, exchange, evaluation, digest } = deployment();
  const announcements: Announcement[] = [];
  const rejections: Rejection[] = [];
  const world = {
    clock, calendar, exchange, client, meter,
    settings: evaluation, settingsDigest: digest, runsKeptDays: 35,
    fold: { calendar, exchange },
    ledger: new DynamoLedger(client, ledgerTable),
    customers: new DynamoCustomers(client, customersTable),
    pages: new DynamoPages(client, readingsTable, 35),
    runs: new DynamoRuns(client, readingsTable),
    replays: new DynamoReplays(client, readingsTable),
    erasures: new DynamoErasures(client, readingsTable, sameGroup(evaluation.lifecycle.winBack)),
    policies: new DynamoPolicies(client, readingsTable),
    contactSettings: new DynamoContactSettings(client, readingsTable),
    bus: { announce: (said: readonly Announcement[]) => { announcements.push(...said); return Promise.resolve(); } },
    deadLetters: {
      add: (rejected: readonly Rejection[]) => { rejections.push(...rejected); return Promise.resolve(); },
      remove: (unwanted: (text: string) => boolean) => {
        const kept = rejections.filter((rejection) => !unwanted(JSON.stringify(rejection)));
        const removed = rejections.length - kept.length;
        rejections.splice(0, rejections.length, ...kept);
        return Promise.resolve(removed);
      },
    },
  };
  return {
    ...world, announcements, rejections, tables: { ledgerTable, customersTable, readingsTable },
    ingest: (events: readonly SentEvent[]) => ingestFacts(events.map((event, at) => ({ messageId: `M${at}`, body: JSON.stringify(event) })), world),
    async night(request: NightRequest) {
      const { plan } = await planNight(request, world);
      for (const part of plan.parts) await profileCustomers({ runId: plan.runId, ...part }, world);
      await fitModel(plan, world);
      for (const shard of plan.shards) await scoreCustomers({ runId: plan.runId, ...shard }, world);
      await publishNight(plan, world);
    },
  };
}
