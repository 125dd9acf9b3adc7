import type { CustomerAnswer } from '../../../functions/contract/answers.ts';
import type { FactsAnswer } from '../../../functions/contract/service-answers.ts';
import { Settings } from '../../../functions/contract/settings.ts';
import { BusinessCalendar } from '../../../functions/domain/calendar.ts';
import type { Fact } from '../../../functions/domain/ledger/facts.ts';
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
  const [card, { facts }] = await Promise.all([api.get<CustomerAnswer>(path), api.get<FactsAnswer>(`${path}/facts`)]).catch((error: unknown) => {
    if (!(error instanceof ApiRefusal)) throw error;
    throw error.status === 404 ? new UnusableInput(error.message) : new CommandFailed(error.message);
  });
  const { timeZone, reportingCurrency, exchangeRates } = Settings.parse(JSON.parse(stack.outputs.Settings));
  const checks = recheck(card, facts as unknown as Fact[], await runContext(stack, card.runId), { calendar: new BusinessCalendar(timeZone), exchange: new Exchange(reportingCurrency, exchangeRates) });
  const agrees = checks.every((check) => check.agrees);
  console.log(options.has('json') ? JSON.stringify({ customerId, runId: card.runId, asOf: card.asOf, policyVersion: card.policyVersion, facts: facts.length, agrees, checks }, null, 2) : verdict(card, facts.length, checks));
  return agrees ? 0 : 1;
});

function verdict({ customerId, asOf, runId, policyVersion, factsThrough }: CustomerAnswer, facts: number, checks: readonly Recheck[]): string {
  const head = `${customerId}, ${facts} facts, as of ${asOf} by policy ${policyVersion} (run ${runId})`;
  const lines = checks.map(({ what, published, fromFacts, agrees }) => (agrees ? `  ${what}: ${published}` : `  ${what}: published ${published}; her facts say ${fromFacts}`));
  const last = checks.every(({ agrees }) => agrees) ? 'her facts say what was published' : `her facts do not say what was published; what came after ${factsThrough} counts from the next night on`;
  return [head, ...lines, last].join('\n');
}
