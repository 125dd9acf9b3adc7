import { formatDay, BusinessCalendar } from '../../functions/domain/calendar.ts';
import { defaultContactDocument } from '../../functions/domain/contacts/settings-document.ts';
import type { CustomerRecord } from '../../functions/domain/kpis/kpi.ts';
import { packHistories } from '../../functions/domain/ledger/packed-history.ts';
import { packScores } from '../../functions/domain/ledger/packed-scores.ts';
import { defaultLifecycleSettings } from '../../functions/domain/lifecycle/settings.ts';
import { Exchange } from '../../functions/domain/money.ts';
import { rfmCuts } from '../../functions/domain/rfm.ts';
import { defaultSatisfactionSettings } from '../../functions/domain/satisfaction/settings.ts';
import { defaultPolicy } from '../../functions/domain/tiers/presets.ts';
import { percentileCuts } from '../../functions/domain/tiers/percentile-cuts.ts';
import { defaultValueSettings } from '../../functions/domain/value/settings.ts';
import type { ApiWorld } from '../../functions/flows/use-cases.ts';
import type { Pages, Publication, Runs, SavedContext } from '../../functions/ports.ts';
import { apiOf } from './api.ts';

/** The API over a published run of customers that were never in a ledger, for tests that need many chains and only ask about them. */
export function apiOfCustomers(customers: readonly CustomerRecord[], asOf: number) {
  const publication: Publication = {
    runId: 'night-1', sequence: 1, asOf: formatDay(asOf), policyVersion: 1, factsThrough: '2026-01-01T00:00:00Z', publishedAt: '2026-01-01T00:00:00Z', announced: true, skipped: [],
  };
  const saved: SavedContext = {
    run: {
      asOf, policy: defaultPolicy, model: null, population: { percentileCuts: percentileCuts(defaultPolicy, [], asOf), rfmCuts: rfmCuts([]) },
      settings: { value: defaultValueSettings, satisfaction: defaultSatisfactionSettings, lifecycle: defaultLifecycleSettings },
    },
    customers: customers.length, firstDay: Math.min(asOf, ...customers.flatMap(({ history }) => history.answers.map(({ day }) => day))), lastDay: asOf, stores: [],
  };
  const bytes = { histories: packHistories(customers.map(({ history }) => history)), scores: packScores(customers.map(({ score }) => score)) };
  const pages: Pick<Pages, 'read'> = { read: (_, shard, kind) => Promise.resolve(shard === 0 && (kind === 'histories' || kind === 'scores') ? [{ name: '1', bytes: bytes[kind] }] : []) };
  const runs: Pick<Runs, 'published' | 'context'> = { published: () => Promise.resolve(publication), context: () => Promise.resolve(saved) };
  const contactSettings = { version: () => Promise.resolve(defaultContactDocument) };
  const asked = { pages, runs, contactSettings, clock: { now: () => new Date('2026-01-01T00:00:00Z') }, calendar: new BusinessCalendar('Asia/Shanghai'), exchange: new Exchange('CNY', []) };
  // Whoever asks for KPIs gets by with these parts of the world.
  return apiOf(asked as unknown as ApiWorld);
}
