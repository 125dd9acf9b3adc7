import type { CustomerAnswer, CustomerList, KpiAnswer, KpiCatalogue, RunAnswer, TiersAnswer } from '../../contract/answers.ts';
import type { EventsAnswer, FactsAnswer, HealthAnswer, ModelAnswer, RunList, TransferAnswer } from '../../contract/service-answers.ts';
import type { AfterReturnAnswer, OverrideAnswer, PolicyReplayAnswer, ThresholdAdviceAnswer, TierHistoryAnswer } from '../../contract/policy-answers.ts';
import type { ErasureAnswer, ErasureList } from '../../contract/erasure-answers.ts';
import type { ContactList, ContactOrder, ContactsQuestion, MadeContactAnswer } from '../../contract/contact-answers.ts';
import type { ContactSettingsProblem } from '../../contract/contact-settings.ts';
import type { PolicyProblem } from '../../contract/parse-policy.ts';
import type { AfterReturnQuestion, CustomerQuestion, FactsQuestion, KpiQuestion, ListName, ListQuestion, NightOrder, OverrideOrder, ReplayOrder, ReportQuestion, SearchQuestion, ThresholdQuestion, TierHistoryQuestion, TiersQuestion, TransferOrder } from '../../contract/questions.ts';
import type { ReportAnswer } from '../../contract/report-answers.ts';
import type { ContactSettingsDocument } from '../../domain/contacts/settings-document.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Policy } from '../../domain/tiers/policy.ts';

export interface SentEvent { 'detail-type': string; detail: Record<string, unknown> }

/** What one reader may ask. An answer of null means there is no such thing, or none she may know of. */
export interface ReaderUseCases {
  kpi(id: string, question: KpiQuestion): Promise<KpiAnswer | null>;
  customer(id: string, question: CustomerQuestion): Promise<CustomerAnswer | null>;
  tierHistory(id: string, question: TierHistoryQuestion): Promise<TierHistoryAnswer | null>;
  afterReturn(id: string, question: AfterReturnQuestion): Promise<AfterReturnAnswer | null>;
  transfer(id: string, order: TransferOrder): Promise<TransferAnswer | null>;
  overrideTier(id: string, order: OverrideOrder): Promise<{ ok: true; override: OverrideAnswer } | { ok: false; problems: PolicyProblem[] } | null>;
  facts(id: string, question: FactsQuestion): Promise<FactsAnswer | null>;
  customers(question: SearchQuestion): Promise<CustomerList>;
  list(name: ListName, question: ListQuestion): Promise<CustomerList>;
  contacts(question: ContactsQuestion): Promise<ContactList>;
  makeContact(id: string, order: ContactOrder): Promise<MadeContactAnswer | null>;
  contactSettings(): Promise<ContactSettingsDocument>;
  saveContactSettings(document: unknown): Promise<{ ok: true; settings: ContactSettingsDocument } | { ok: false; problems: ContactSettingsProblem[] }>;
  report(question: ReportQuestion): Promise<ReportAnswer>;
  tiers(question: TiersQuestion): Promise<TiersAnswer>;
  thresholdAdvice(question: ThresholdQuestion): Promise<ThresholdAdviceAnswer>;
  model(question: TiersQuestion): Promise<ModelAnswer>;
  policy(): Promise<Policy>;
  savePolicy(document: unknown): Promise<{ ok: true; policy: Policy } | { ok: false; problems: PolicyProblem[] }>;
  replayPolicy(order: ReplayOrder): Promise<{ ok: true; replay: PolicyReplayAnswer } | { ok: false; problems: PolicyProblem[] }>;
  replay(replayId: string): Promise<PolicyReplayAnswer | null>;
  runs(limit: number): Promise<RunList>;
  run(runId: string): Promise<RunAnswer | null>;
  requestNight(order: NightOrder): Promise<RunAnswer>;
  erase(customerId: string): Promise<ErasureAnswer | null>;
  erasures(): Promise<ErasureList>;
  erasure(erasureId: string): Promise<ErasureAnswer | null>;
  recordEvents(events: readonly SentEvent[]): Promise<EventsAnswer>;
}

/** What the API asks of the product: a few things for anybody, everything else only as some reader. */
export interface UseCases {
  health(): Promise<HealthAnswer>;
  kpis(): KpiCatalogue;
  as(scope: Scope): ReaderUseCases;
}
