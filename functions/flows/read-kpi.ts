import type { KpiAnswer, KpiDescription, KpiRow } from '../contract/answers.ts';
import type { KpiQuestion } from '../contract/questions.ts';
import { formatDay, parseDay } from '../domain/calendar.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';
import { kpiById } from '../domain/kpis/catalogue.ts';
import { dimensions, dimensionsOf, type Dimension, type Kpi, type KpiRow as MeasuredRow, type Place } from '../domain/kpis/kpi.ts';
import { periodsOf } from '../domain/periods.ts';
import { hideRecoverable } from '../domain/satisfaction/hide-recoverable.ts';
import type { Remembered } from './remembered.ts';
import type { AskedKpi, View } from './view.ts';

/** What still fits into one answer of a Lambda function. */
const mostRows = 20_000;

/** Any KPI over any range, cut as asked; null when there is no KPI of that name. Throws OtherStore, UnanswerableQuestion and RunForgotten. */
export async function readKpi(id: string, question: KpiQuestion, view: View, remembered: Remembered): Promise<KpiAnswer | null> {
  const kpi = kpiById(id);
  if (!kpi) return null;
  const { from, to } = rangeOf(question, view);
  const query = queryOf(question, from, to, view);
  refuseUnknownCut(kpi, query);
  const key = JSON.stringify([view.run.publication.runId, id, query]);
  const rows = query.from < query.to ? await remembered.get(key, () => rowsOf(kpi, query, view)) : [];
  return { kpi: descriptionOf(kpi), ...view.provenance, from: formatDay(from), to: formatDay(to), grain: query.grain, rows };
}

/** A KPI as it is told to readers. */
export function descriptionOf(kpi: Kpi): KpiDescription {
  const { id, unit, name, definition, moreIsBetter } = kpi;
  return { id, unit, name, definition, moreIsBetter, cutBy: [...dimensionsOf(kpi)] };
}

function rangeOf(question: KpiQuestion, { run: { saved } }: View): { from: number; to: number } {
  const end = saved.run.asOf + 1;
  const to = question.to === undefined ? end : parseDay(question.to);
  const from = question.from === undefined ? Math.min(saved.firstDay ?? end - 1, to - 1) : parseDay(question.from);
  if (question.to !== undefined && from >= to) throw new UnanswerableQuestion('to', question.to, `must be after from, which is ${formatDay(from)}; to is the day after the last one that counts`);
  return { from, to };
}

/** Days after the as-of date are not known to the run, so they get no rows. */
function queryOf(question: KpiQuestion, from: number, to: number, { run: { saved }, scope }: View): AskedKpi {
  const { grain = null, by = '', tier = null, silence, top } = question;
  return {
    from, to: Math.min(to, saved.run.asOf + 1), grain, by: by === '' ? [] : dimensions.filter((dimension) => by.split(',').includes(dimension)),
    store: scope.storeFor(question.store), tier, parameters: { silence, top },
  };
}

function refuseUnknownCut(kpi: Kpi, { by }: AskedKpi): void {
  const known = dimensionsOf(kpi);
  const unknown = by.find((dimension) => !known.includes(dimension));
  if (unknown !== undefined) throw new UnanswerableQuestion('by', unknown, `is nothing ${kpi.id} can be cut by; it can be cut by ${known.join(', ')}`);
}

async function rowsOf(kpi: Kpi, query: AskedKpi, view: View): Promise<KpiRow[]> {
  if (periodsOf(query.from, query.to, query.grain).length > mostRows) throw tooMuch(query);
  const rows = (await (kpi.hidesSmall ? safeRows : openRows)(kpi, query, view)).map(rowOf);
  if (rows.length > mostRows) throw tooMuch(query);
  return rows;
}

const openRows = (kpi: Kpi, query: AskedKpi, view: View): Promise<MeasuredRow[]> => view.measure(kpi, query);

/** A cell asked for on its own is shown or hidden as it is among its like, so that asking one by one tells no more than asking for all. */
async function safeRows(kpi: Kpi, query: AskedKpi, view: View): Promise<MeasuredRow[]> {
  // Who is confined to a store cannot ask for the others, so her store is all there is.
  const wholeChain = view.scope.store === null;
  const needed = { store: wholeChain && query.store !== null, tier: query.tier !== null };
  const by = dimensions.filter((part) => query.by.includes(part) || needed[part as keyof typeof needed]);
  const all = hideRecoverable(await view.measure(kpi, { ...query, by, store: wholeChain ? null : query.store, tier: null }));
  const asked = all.filter((row) => (query.tier === null || row.tier === query.tier) && (query.store === null || row.store === undefined || row.store === query.store));
  if (asked.length === 0) return view.measure(kpi, query);
  const asUnasked: Place = { ...(!query.by.includes('store') && { store: undefined }), ...(!query.by.includes('tier') && { tier: undefined }) };
  return asked.map((row) => ({ ...row, ...asUnasked }));
}

/** A measured row in the words of the contract. */
export function rowOf({ period, month, value, n, interval, suppressed, ...rest }: MeasuredRow): KpiRow {
  const place = Object.fromEntries(dimensions.flatMap((dimension): [Dimension, string][] => (rest[dimension] === undefined ? [] : [[dimension, rest[dimension]]])));
  return {
    period, ...place, ...(month !== undefined && { month }),
    value, n,
    ...(interval && { interval: [interval[0], interval[1]] as [number, number] }), ...(suppressed && { suppressed }),
  };
}

function tooMuch({ grain }: AskedKpi): UnanswerableQuestion {
  return new UnanswerableQuestion('grain', grain, `makes more than ${mostRows} rows; ask for a coarser grain, a shorter range, or one store`);
}
