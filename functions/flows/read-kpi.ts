import type { KpiAnswer, KpiDescription, KpiRow } from '../contract/answers.ts';
import type { KpiQuestion } from '../contract/questions.ts';
import { formatDay, parseDay } from '../domain/calendar.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';
import { kpiById } from '../domain/kpis/catalogue.ts';
import { dimensions, dimensionsOf, type Dimension, type Kpi, type KpiRow as MeasuredRow } from '../domain/kpis/kpi.ts';
import { periodsOf } from '../domain/periods.ts';
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
  if (kpi.hidesSmall && !view.isLatest) throw olderOpinions(question.asKnownOn);
  const key = JSON.stringify([view.run.publication.runId, id, query]);
  const rows = query.from < query.to ? await remembered.get(key, () => rowsOf(kpi, query, view, remembered)) : [];
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

async function rowsOf(kpi: Kpi, query: AskedKpi, view: View, remembered: Remembered): Promise<KpiRow[]> {
  if (periodsOf(query.from, query.to, query.grain).length > mostRows) throw tooMuch(query);
  const rows = (await (kpi.hidesSmall ? opinionRows(kpi, query, view, remembered) : view.measure(kpi, query))).map(rowOf);
  if (rows.length > mostRows) throw tooMuch(query);
  return rows;
}

/** What is told about opinions is decided once for a run, whatever is asked. */
async function opinionRows(kpi: Kpi, query: AskedKpi, view: View, remembered: Remembered): Promise<MeasuredRow[]> {
  const opinions = await remembered.get(JSON.stringify([view.run.publication.runId, 'opinions']), () => view.opinions());
  opinions.refuseUntold(query);
  return opinions.told(kpi, await view.measure(kpi, query), query);
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

/** From one night to the next there may be a single answer. */
function olderOpinions(asked: string | undefined): UnanswerableQuestion {
  return new UnanswerableQuestion('asKnownOn', asked, 'must be left out: opinions are told as the latest run knows them, because two runs may differ by a single answer');
}

function tooMuch({ grain }: AskedKpi): UnanswerableQuestion {
  return new UnanswerableQuestion('grain', grain, `makes more than ${mostRows} rows; ask for a coarser grain, a shorter range, or one store`);
}
