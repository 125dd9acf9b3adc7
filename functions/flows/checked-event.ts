import { parseEvent, type ParseResult } from '../contract/parse-event.ts';
import type { Exchange } from '../domain/money.ts';

/** An event as it was sent, checked against its schema and against the currencies for which a rate is set: what can be stored, or why not, field by field. */
export function checkedEvent(detailType: string, detail: unknown, now: Date, exchange: Exchange): ParseResult {
  const parsed = parseEvent(detailType, detail, now);
  if (!parsed.ok || parsed.event.kind !== 'SaleRecorded' || exchange.knows(parsed.event.currency)) return parsed;
  return { ok: false, problems: [{ field: 'currency', value: parsed.event.currency, problem: 'has no exchange rate; add one to the setting exchangeRates and send the sale again' }] };
}
