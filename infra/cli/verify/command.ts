import type { CustomerAnswer } from '../../../functions/contract/answers.ts';
import type { FactsAnswer } from '../../../functions/contract/service-answers.ts';
import { Settings } from '../../../functions/contract/settings.ts';
import { BusinessCalendar } from '../../../functions/domain/calendar.ts';
import type { Fact } from '../../../functions/domain/ledger/facts.ts';
import { knownSets, laterThan } from '../../../functions/domain/ledger/known-sets.ts';
import { Exchange } from '../../../functions/domain/money.ts';
import { ApiClient, ApiRefusal } from '../api-client.ts';
import { CommandFailed, UnusableInput } from '../errors.ts';
import { command, stackFlag, type Usage } from '../options.ts';
import { findStack } from '../stack.ts';
import { recheck, type Recheck } from './recheck.ts';
import { runContext } from './run-context.ts';

const usage: Usage = {
  name: 'verify',
  arguments: 'CUSTOMER',
  says: 'Judges a customer anew from the facts in the ledger and compares the result with her published tier and its reason.\nFor a deployed stack set GUIBIN_TOKEN to a token or API key of head office.',
  flags: { json: { says: 'print the comparison as JSON' }, ...stackFlag },
};

/** `guibin verify`. Exit code 0 when facts and published tier agree, 1 when they do not, 2 when there is no such customer. */
export const runVerify = command(usage, async (options) => {
  const [customerId, ...rest] = options.positionals;
  if (customerId === undefined || rest.length > 0) throw new UnusableInput('name one customer: guibin verify CUSTOMER');
  const stack = await findStack(options.text('stack'), process.env);
  const api = await ApiClient.of(stack, process.env);
  const path = `/customers/${encodeURIComponent(customerId)}`;
  const { card, known, now } = await asked(api, path);
  const { timeZone, reportingCurrency, exchangeRates } = Settings.parse(JSON.parse(stack.outputs.Settings));
  const settings = { calendar: new BusinessCalendar(timeZone), exchange: new Exchange(reportingCurrency, exchangeRates) };
  const context = await runContext(stack, card.runId);
  const checked = (facts: readonly Fact[]): Checked => ({ card, facts, checks: recheck(card, facts, context, settings) });
  const verdicts = knownSets(known, now, card.factsThrough).map((facts): Verdict => ({ ...checked(facts), later: laterThan(facts, now) }));
  const verdict = verdicts.find(agrees) ?? { ...checked(now), later: laterThan(known, now) };
  console.log(options.has('json') ? asJson(verdict) : asText(verdict));
  return agrees(verdict) ? 0 : 1;
});

interface Checked { card: CustomerAnswer; facts: readonly Fact[]; checks: Recheck[] }
interface Verdict extends Checked { later: readonly Fact[] }

/** The card, the facts that had come when the night began, and those that have come by now. Throws UnusableInput and CommandFailed. */
async function asked(api: ApiClient, path: string): Promise<{ card: CustomerAnswer; known: Fact[]; now: Fact[] }> {
  try {
    const card = await api.get<CustomerAnswer>(path);
    const factsOf = async (query: string) => (await api.get<FactsAnswer>(`${path}/facts${query}`)).facts as unknown as Fact[];
    const [known, now] = await Promise.all([factsOf(`?arrivedBy=${encodeURIComponent(card.factsThrough)}`), factsOf('')]);
    return { card, known, now };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    throw error.status === 404 ? new UnusableInput(error.message) : new CommandFailed(error.message);
  }
}

function agrees({ checks }: Checked): boolean {
  return checks.every((check) => check.agrees);
}

function asJson(verdict: Verdict): string {
  const { card: { customerId, runId, asOf, policyVersion, factsThrough }, facts, checks, later } = verdict;
  return JSON.stringify({ customerId, runId, asOf, policyVersion, factsThrough, facts: facts.length, agrees: agrees(verdict), checks, later: later.map(({ kind, id, occurredAt }) => ({ kind, id, occurredAt })) }, null, 2);
}

function asText(verdict: Verdict): string {
  const { card: { customerId, asOf, runId, policyVersion, factsThrough }, facts, checks, later } = verdict;
  const lines = checks.map(({ what, published, fromFacts, agrees: isSame }) => (isSame ? `  ${what}: ${published}` : `  ${what}: published ${published}; her facts say ${fromFacts}`));
  return [
    `${customerId}, ${facts.length} facts, as of ${asOf} by policy ${policyVersion} (run ${runId})`,
    ...lines,
    agrees(verdict) ? 'her facts say what was published' : 'her facts do not say what was published',
    ...(later.length === 0 ? [] : [`since ${factsThrough} there came, or came again, to count from the next night on:`, ...later.map(({ kind, id, occurredAt }) => `  ${kind} ${id} of ${occurredAt}`)]),
  ].join('\n');
}
