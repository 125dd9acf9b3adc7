import type { Measure } from '../kpis/kpi.ts';
import { wilson } from '../statistics/proportion.ts';
import type { Enrolments } from './enrolments.ts';
import { figureOf, type Figure } from './figure.ts';
import { enrolmentMeasures, type OwnMeasure } from './own-measures.ts';
import { forEachMonth, type ReportMonths } from './report-months.ts';

/** Enrolments as figures of the report; a month is null before the chain had any facts. */
export function enrolmentFigures(months: ReportMonths<Enrolments | null>): Figure[] {
  const figure = ({ id, unit }: OwnMeasure, measure: (enrolments: Enrolments) => Measure) => figureOf(id, unit, forEachMonth(months, (month) => month && measure(month)));
  const { enrolments, complete, completeness, bought, incentive } = enrolmentMeasures;
  return [
    figure(enrolments, ({ enrolled }) => ({ value: enrolled, n: enrolled })),
    figure(complete, (month) => share(month.complete, month.enrolled)),
    figure(completeness, (month) => ({ value: month.completeness, n: month.enrolled })),
    figure(bought, ({ boughtInMonth, enrolled }) => share(boughtInMonth, enrolled)),
    figure(incentive, (month) => ({ value: month.incentive, n: month.enrolled })),
  ];
}

function share(part: number, all: number): Measure {
  return { value: all === 0 ? null : part / all, n: all, interval: wilson(part, all) };
}
