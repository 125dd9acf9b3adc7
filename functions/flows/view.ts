import type { Provenance } from '../contract/answers.ts';
import { formatDay, parseDay, type BusinessCalendar, type Day } from '../domain/calendar.ts';
import { ContactPlans } from '../domain/contacts/contact-plans.ts';
import { contactSettingsOf } from '../domain/contacts/settings-document.ts';
import type { ContactSettings } from '../domain/contacts/settings.ts';
import { evaluate, type Evaluation, type RunContext } from '../domain/evaluate.ts';
import type { History } from '../domain/history.ts';
import type { CustomerRecord, Kpi, KpiParameters, KpiQuery, KpiRow } from '../domain/kpis/kpi.ts';
import { ToldOpinions } from '../domain/kpis/opinions/told-opinions.ts';
import { measureKpi } from '../domain/kpis/measure-kpi.ts';
import { excludedBy } from '../domain/ledger/excluded-goods.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import { foldCustomer } from '../domain/ledger/fold-customer.ts';
import type { CustomerFile } from '../domain/ledger/fold-file.ts';
import { unpackHistories } from '../domain/ledger/packed-history.ts';
import { isNamed, isWalkIn } from '../domain/ledger/partition.ts';
import { resolveFacts, type RecordedFact } from '../domain/ledger/resolve-facts.ts';
import type { Exchange } from '../domain/money.ts';
import { serviceMoment } from '../domain/satisfaction/clock.ts';
import { monthlyReport, type MonthlyReport, type ReportQuestion } from '../domain/report/monthly-report.ts';
import type { Scope } from '../domain/scope.ts';
import type { TierHeld } from '../domain/tiers/standing.ts';
import { TierRules } from '../domain/tiers/tier-rules.ts';
import type { Clock, Customers, CustomerVersion, Ledger } from '../ports.ts';
import type { PublishedRun } from './published-runs.ts';

export interface ViewWorld { customers: Customers; ledger: Ledger; clock: Clock; calendar: BusinessCalendar; exchange: Exchange }

/** What is asked of a KPI; the tier rules are those of the run. */
export type AskedKpi = Omit<KpiQuery, 'parameters'> & { parameters: Pick<KpiParameters, 'silence' | 'top'> };

/** What is asked of the monthly report; all else is that of the run. */
export type AskedReport = Pick<ReportQuestion, 'month' | 'store' | 'associate' | 'answered'>;

/** One customer as a reader sees her: what is known, under which circumstances it was judged, and what came out. */
export interface SeenCustomer { history: History; file: CustomerFile; context: RunContext; held: TierHeld | null; evaluation: Evaluation }
/** The same with the facts known by now, and all that the ledger has of them. */
export interface KnownCustomer extends SeenCustomer { facts: Fact[]; recorded: RecordedFact[] }

/**
 * A published run as one reader may see it. Customers are read here and nowhere else, each held against the reader's scope,
 * so that no question can reach one who is not hers to see.
 */
export class View {
  /** `isLatest` when no run has been published since. */
  constructor(readonly run: PublishedRun, readonly scope: Scope, private readonly world: ViewWorld, readonly isLatest = false) {}

  /** Where the numbers come from. */
  get provenance(): Provenance {
    const { publication: { asOf, runId, policyVersion, factsThrough } } = this.run;
    return { asOf, runId, policyVersion, factsThrough, currency: this.world.exchange.reportingCurrency };
  }

  /** The contact settings that the run went by. */
  get contactSettings(): ContactSettings {
    return contactSettingsOf(this.run.contactDocument, { currency: this.world.exchange.reportingCurrency, lifecycle: this.run.saved.run.settings.lifecycle });
  }

  /** A view of another run for the same reader. */
  of(run: PublishedRun): View {
    return new View(run, this.scope, this.world);
  }

  /** The rows of a KPI over the reader's part of the chain. */
  async measure(kpi: Kpi, query: AskedKpi): Promise<KpiRow[]> {
    return measureKpi(kpi, await this.run.chain(), { ...query, parameters: this.#parameters(query.parameters), store: this.scope.storeFor(query.store ?? undefined) });
  }

  /** What anybody may be told about the opinions of the run, whatever part of the chain she sees: two readers together must not know more. */
  async opinions(): Promise<ToldOpinions> {
    return new ToldOpinions(await this.run.chain(), this.run.saved.run.asOf, this.#parameters({ silence: 90, top: 20 }));
  }

  /** The monthly report over the reader's part of the chain. */
  async report(asked: AskedReport): Promise<MonthlyReport> {
    const { firstDay, run: { policy, asOf } } = this.run.saved;
    const store = this.scope.storeFor(asked.store ?? undefined);
    return monthlyReport(await this.run.chain(), { ...asked, store, asOf, firstDay, policy, parameters: this.#parameters({ silence: 90, top: 20 }) });
  }

  #parameters(asked: AskedKpi['parameters']): KpiParameters {
    const { policy, asOf, settings } = this.run.saved.run;
    const { satisfaction } = settings;
    return {
      ...asked, rules: new TierRules(policy, asOf), satisfaction, lifecycle: settings.lifecycle, service: serviceMoment(satisfaction.service.hours, this.world.calendar, asOf),
      contacts: new ContactPlans(this.contactSettings, asOf),
    };
  }

  /** The customers the reader may name, read anew by every loop over them. */
  async customers(): Promise<Iterable<CustomerRecord>> {
    const everybody = await this.everybody();
    return { * [Symbol.iterator]() {
      for (const record of everybody) if (isNamed(record.history.customerId)) yield record;
    } };
  }

  /** The customers of the reader's part of the chain, also those who were erased: to be counted, not to be shown. */
  async everybody(): Promise<Iterable<CustomerRecord>> {
    const chain = await this.run.chain();
    return { [Symbol.iterator]: () => countedIn(chain, this.scope) };
  }

  /** Everybody part by part, without holding more than a part in memory. */
  async* shards(): AsyncGenerator<Iterable<CustomerRecord>> {
    for await (const shard of this.run.shards()) yield countedIn(shard, this.scope);
  }

  /** One customer as the run left her, with the facts known by now; null when there is none the reader may name. */
  async customer(customerId: string): Promise<KnownCustomer | null> {
    const { customers, ledger } = this.world;
    const [version, recorded] = await Promise.all([customers.latest(customerId, this.run.publication), ledger.factsOf(customerId)]);
    const seen = version && this.#seen(version);
    return seen && { ...seen, facts: resolveFacts(recorded).facts, recorded };
  }

  /** What the tier of a customer was in every version that a run up to this one published, oldest first; empty when there is none the reader may name. */
  async tiersPublished(customerId: string): Promise<TierHeld[]> {
    const versions = await this.world.customers.versions(customerId, this.run.publication);
    const latest = versions.at(-1);
    return latest && this.#seen(latest) ? versions.map(heldIn) : [];
  }

  /** Several customers by id and version of their item, in no particular order. */
  async several(keys: readonly { customerId: string; sequence: number }[]): Promise<SeenCustomer[]> {
    return (await this.world.customers.read(keys)).flatMap((version) => this.#seen(version) ?? []);
  }

  /** One customer from all facts that have arrived by now, as of today; null when there is none the reader may name. */
  async liveCustomer(customerId: string): Promise<KnownCustomer | null> {
    const { customers, ledger, calendar, clock } = this.world;
    const [version, recorded] = await Promise.all([customers.latest(customerId, this.run.publication), ledger.factsOf(customerId)]);
    if (recorded.length === 0) return null;
    const asOf = Math.max(calendar.dayOf(clock.now().getTime()), parseDay(this.run.publication.asOf));
    const { facts } = resolveFacts(recorded);
    const seen = this.#judged(customerId, facts, asOf, version && heldIn(version));
    return this.scope.mayName(seen.history) ? { ...seen, facts, recorded } : null;
  }

  /** A customer on the same day as she would be by other facts. */
  byFacts({ history: { customerId }, context: { asOf }, held }: SeenCustomer, facts: readonly Fact[]): SeenCustomer {
    return this.#judged(customerId, facts, asOf, held);
  }

  /** Where live numbers come from. */
  liveProvenance({ context }: SeenCustomer): Provenance {
    return { ...this.provenance, asOf: formatDay(context.asOf), factsThrough: this.world.clock.now().toISOString() };
  }

  #judged(customerId: string, facts: readonly Fact[], asOf: Day, held: TierHeld | null): SeenCustomer {
    const { calendar, exchange } = this.world;
    const context = { ...this.run.saved.run, asOf };
    const { history, file } = foldCustomer(customerId, facts, asOf, { calendar, exchange, excludes: excludedBy(context.policy.excluded) });
    return { history, file, context, held, evaluation: evaluate(history, context, held) };
  }

  #seen(version: CustomerVersion): SeenCustomer | null {
    const [history] = unpackHistories(version.history);
    if (!history || !this.scope.mayName(history)) return null;
    const context = this.run.saved.run;
    const held = heldIn(version);
    return { history, file: version.file, context, held, evaluation: evaluate(history, context, held) };
  }
}

function* countedIn(chain: Iterable<CustomerRecord>, scope: Scope): Generator<CustomerRecord> {
  for (const record of chain) if (!isWalkIn(record.history.customerId) && scope.mayName(record.history)) yield record;
}

function heldIn({ score }: CustomerVersion): TierHeld {
  return { tier: score.tier, since: score.tierSince };
}
