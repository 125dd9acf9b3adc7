import type { ContactOrder, ContactsQuestion } from '../contract/contact-answers.ts';
import type { AfterReturnQuestion, CustomerQuestion, FactsQuestion, KpiQuestion, ListName, ListQuestion, NightOrder, OverrideOrder, ReplayOrder, ReportQuestion, SearchQuestion, ThresholdQuestion, TierHistoryQuestion, TiersQuestion, TransferOrder } from '../contract/questions.ts';
import { kpiCatalogue } from '../domain/kpis/catalogue.ts';
import type { Scope } from '../domain/scope.ts';
import type { ContactSettingsDocument } from '../domain/contacts/settings-document.ts';
import type { Bus, Customers, Documents, Ledger, Policies, Replays, Runs } from '../ports.ts';
import { asKnownOn } from './as-known-on.ts';
import { makeContact } from './make-contact.ts';
import { overrideTier } from './override-tier.ts';
import { PublishedRuns, type PublishedRunsWorld } from './published-runs.ts';
import { readAfterReturn } from './read-after-return.ts';
import { readContacts } from './read-contacts.ts';
import { readCustomerFacts } from './read-customer-facts.ts';
import { readCustomer, readLiveCustomer } from './read-customer.ts';
import { readHealth } from './read-health.ts';
import { descriptionOf, readKpi } from './read-kpi.ts';
import { readCustomers, readList } from './read-list.ts';
import { readModel } from './read-model.ts';
import { readReport } from './read-report.ts';
import { readRun, readRuns } from './read-runs.ts';
import { readThresholdAdvice } from './read-threshold-advice.ts';
import { readTierHistory } from './read-tier-history.ts';
import { readTiers } from './read-tiers.ts';
import { recordEvents, type SentEvent } from './record-events.ts';
import { Remembered } from './remembered.ts';
import { replayPolicy } from './replay-policy.ts';
import { readErasure, readErasures, requestErasure, type RequestErasureWorld } from './request-erasure.ts';
import { requestNight, type RequestNightWorld } from './request-night.ts';
import { saveContactSettings } from './save-contact-settings.ts';
import { savePolicy } from './save-policy.ts';
import { transferCustomer } from './transfer-customer.ts';
import { View, type ViewWorld } from './view.ts';

export interface ApiWorld extends ViewWorld, Omit<PublishedRunsWorld, 'remembered'>, RequestNightWorld, RequestErasureWorld {
  runs: Runs; customers: Customers; ledger: Ledger; policies: Policies; replays: Replays; inbox: Bus; contactSettings: Documents<ContactSettingsDocument>;
}

/** Answers held in memory: the KPIs of a page in every cut that a chain's readers look at. */
const answersRemembered = 400;

/** Everything the API can do: what anybody may ask, and what one reader may. */
export function useCases(world: ApiWorld) {
  const remembered = new Remembered(answersRemembered);
  const published = new PublishedRuns({ ...world, remembered });
  const shared = { ...world, published, remembered };
  return {
    health: () => readHealth(world),
    kpis: () => ({ kpis: kpiCatalogue.map(descriptionOf) }),
    as(scope: Scope) {
      const view = async (question: { asKnownOn?: string | undefined }) => {
        const run = await published.at(asKnownOn(question.asKnownOn, world.calendar));
        const isLatest = question.asKnownOn === undefined || (await published.at(null)).publication.runId === run.publication.runId;
        return new View(run, scope, world, isLatest);
      };
      return {
        kpi: async (id: string, question: KpiQuestion) => readKpi(id, question, await view(question), remembered),
        customer: async (id: string, question: CustomerQuestion) => (question.view === 'live' ? readLiveCustomer : readCustomer)(id, await view(question), world),
        tierHistory: async (id: string, question: TierHistoryQuestion) => readTierHistory(id, await view(question)),
        afterReturn: async (id: string, question: AfterReturnQuestion) => readAfterReturn(id, question, await view({}), world),
        transfer: async (id: string, order: TransferOrder) => transferCustomer(id, order, await view({}), world),
        overrideTier: async (id: string, order: OverrideOrder) => overrideTier(id, order, await view({}), world),
        facts: async (id: string, question: FactsQuestion) => readCustomerFacts(id, question, await view({})),
        customers: async (question: SearchQuestion) => readCustomers(question, await view(question), shared),
        list: async (name: ListName, question: ListQuestion) => readList(name, question, await view(question), shared),
        contacts: async (question: ContactsQuestion) => readContacts(question, await view({}), shared),
        makeContact: async (id: string, order: ContactOrder) => makeContact(id, order, await view({}), shared),
        contactSettings: () => world.contactSettings.current(),
        saveContactSettings: (document: unknown) => saveContactSettings(document, scope.principal.subject, world),
        report: async (question: ReportQuestion) => readReport(question, await view(question), remembered),
        tiers: async (question: TiersQuestion) => readTiers(question, await view(question), shared),
        thresholdAdvice: async (question: ThresholdQuestion) => readThresholdAdvice(question, await view(question), remembered),
        model: async (question: TiersQuestion) => readModel(question, await view(question), remembered),
        policy: () => world.policies.current(),
        savePolicy: (document: unknown) => savePolicy(document, scope.principal.subject, world),
        replayPolicy: async ({ policy, asOf }: ReplayOrder) => replayPolicy(policy, asOf ?? null, await view({}), world),
        replay: (replayId: string) => world.replays.get(replayId),
        runs: (limit: number) => readRuns(limit, world.runs),
        run: (runId: string) => readRun(runId, world.runs),
        requestNight: ({ asOf }: NightOrder) => requestNight(asOf ?? null, world),
        erase: (customerId: string) => requestErasure(customerId, scope.principal.subject, world),
        erasures: () => readErasures(world),
        erasure: (erasureId: string) => readErasure(erasureId, world),
        recordEvents: (events: readonly SentEvent[]) => recordEvents(events, world),
      };
    },
  };
}
