import type { KpiRow } from '../contract/answers.ts';
import type { ReportAnswer, ReportFigure, ReportMeasure } from '../contract/report-answers.ts';
import type { ReportQuestion } from '../contract/questions.ts';
import { firstDayOf, formatDay, monthOf, parseDay, type Month } from '../domain/calendar.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';
import { kpiById } from '../domain/kpis/catalogue.ts';
import type { Measure } from '../domain/kpis/kpi.ts';
import type { Period } from '../domain/periods.ts';
import type { Figure } from '../domain/report/figure.ts';
import type { MonthlyReport } from '../domain/report/monthly-report.ts';
import { enrolmentMeasures, type OwnMeasure } from '../domain/report/own-measures.ts';
import { reportFigures } from '../domain/report/report-figures.ts';
import { reportMonths, type ReportMonths } from '../domain/report/report-months.ts';
import { readKpi, rowOf } from './read-kpi.ts';
import type { Remembered } from './remembered.ts';
import type { View } from './view.ts';

/** The monthly VIP report of the chain, a store or an associate. Throws OtherStore, OtherAssociate, UnanswerableQuestion and RunForgotten. */
export async function readReport(question: ReportQuestion, view: View, remembered: Remembered): Promise<ReportAnswer> {
  const { run: { publication, saved }, scope } = view;
  const store = scope.storeFor(question.store);
  const associate = scope.associateFor(question.associate);
  const month = monthAsked(question.month, saved.run.asOf);
  const key = JSON.stringify([publication.runId, scope.key, 'report', month, store, associate]);
  return remembered.get(key, async () => {
    const months = reportMonths(month, saved.run.asOf);
    const answered = await answeredKpis(months, store, associate, view, remembered);
    const report = await view.report({ month, store, associate, answered });
    return { ...view.provenance, through: formatDay(months.now.to - 1), store, associate, ...answerOf(report) };
  });
}

/** The month asked for, else the latest that is over. */
function monthAsked(asked: string | undefined, asOf: number): Month {
  if (asked === undefined) return monthOf(asOf + 1) - 1;
  const month = monthOf(parseDay(`${asked}-01`));
  if (firstDayOf(month) > asOf) throw new UnanswerableQuestion('month', asked, `has not begun on ${formatDay(asOf)}, up to which facts are included`);
  return month;
}

/** Where small cells are hidden, a figure is what the KPI itself answers to the same reader, so that the report tells nothing more. */
async function answeredKpis(months: ReportMonths<Period>, store: string | null, associate: string | null, view: View, remembered: Remembered): Promise<Map<string, ReportMonths<Measure | null>>> {
  const hiding = [...reportFigures.whole, ...reportFigures.owner].filter((id) => kpiById(id)?.hidesSmall);
  const ask = async (id: string, { from, to }: Period): Promise<Measure | null> => {
    const firstDay = view.run.saved.firstDay;
    if (firstDay === null || to <= firstDay) return null;
    const question = { from: formatDay(from), to: formatDay(to), silence: 90, top: 20, ...(store !== null && { store }), ...(associate !== null && { by: 'associate' }) };
    try {
      const answer = await readKpi(id, question, view, remembered);
      return measureIn(answer!.rows.find((row) => associate === null || row.associate === associate));
    } catch (error) {
      // What is not told of an older run, or not by associates, the report does not tell either.
      if (error instanceof UnanswerableQuestion) return null;
      throw error;
    }
  };
  const entries = await Promise.all(hiding.map(async (id) => {
    const [now, lastMonth, lastYear] = await Promise.all([ask(id, months.now), ask(id, months.lastMonth), ask(id, months.lastYear)]);
    return [id, { now, lastMonth, lastYear }] as const;
  }));
  return new Map(entries);
}

function measureIn(row: KpiRow | undefined): Measure {
  return row ? { value: row.value, n: row.n, interval: row.interval, ...(row.suppressed && { suppressed: true }) } : { value: null, n: 0 };
}

function answerOf({ months, cohorts, ...report }: MonthlyReport) {
  const told = <Part extends { figures: Figure[] }>(parts: Part[]) => parts.map((part) => ({ ...part, figures: part.figures.map(figureAnswer) }));
  return {
    months: { now: months.now.label, lastMonth: months.lastMonth.label, lastYear: months.lastYear.label },
    measures: measuresIn(report), figures: report.figures.map(figureAnswer), goals: told(report.goals), categories: told(report.categories),
    ageBands: told(report.ageBands), cohorts: cohorts.map(rowOf), stores: told(report.stores), associates: told(report.associates), channels: report.channels,
  };
}

function figureAnswer({ now, lastMonth, lastYear, ...rest }: Figure): ReportFigure {
  return { ...rest, now: measured(now), lastMonth: lastMonth && measured(lastMonth), lastYear: lastYear && measured(lastYear) };
}

function measured({ value, n, interval, suppressed }: Measure): ReportFigure['now'] {
  return { value, n, ...(interval && { interval: [interval[0], interval[1]] as [number, number] }), ...(suppressed && { suppressed }) };
}

/** Every measure that the report uses, each once, KPIs as the catalogue describes them. */
function measuresIn({ figures, goals, categories, ageBands, stores, associates }: Omit<MonthlyReport, 'months' | 'cohorts'>): ReportMeasure[] {
  const own = new Map<string, OwnMeasure>(Object.values(enrolmentMeasures).map((measure) => [measure.id, measure]));
  const used = [figures, ...[goals, categories, ageBands, stores, associates].flatMap((parts: readonly { figures: Figure[] }[]) => parts.map((part) => part.figures))].flat();
  return [...new Set(used.map(({ measure }) => measure))].map((id) => {
    const { unit, name, definition, moreIsBetter } = own.get(id) ?? kpiById(id)!;
    return { id, unit, name, definition, moreIsBetter };
  });
}
