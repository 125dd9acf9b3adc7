import type { ReportAnswer, ReportFigure } from '../../contract/report-answers.ts';
import { sourceOf, sources } from './csv-tables.ts';
import type { Cell, CsvTable } from './csv.ts';

/** The figures of a report one line each: which part and which of its groups, the measure, the three months, and the changes. Cohorts and channels are parts of their own. */
export function reportTable(report: ReportAnswer): CsvTable {
  const { months, store, associate, currency } = report;
  const measures = new Map(report.measures.map((measure) => [measure.id, measure]));
  const lines = (part: string, group: string, figures: readonly ReportFigure[]) => figures.map(({ measure, now, lastMonth, lastYear, sinceLastMonth, sinceLastYear }): Cell[] => [
    part, group, measure, unitName(measures.get(measure)!.unit, currency), now.value, now.n, now.interval?.[0], now.interval?.[1], now.suppressed,
    lastMonth?.value, lastYear?.value, sinceLastMonth.by, sinceLastMonth.clear, sinceLastYear.by, sinceLastYear.clear,
  ]);
  const single = (part: string, group: string, measure: string, unit: string, value: number | null, n: number): Cell[] => [part, group, measure, unit, value, n];
  const rows = [
    ...lines('whole', '', report.figures),
    ...report.goals.flatMap((goal) => lines('goal', goal.class, goal.figures)),
    ...report.categories.flatMap(({ category, figures }) => lines('category', category, figures)),
    ...report.ageBands.flatMap(({ band, figures }) => lines('age', band, figures)),
    ...report.stores.flatMap((each) => lines('store', each.store, each.figures)),
    ...report.associates.flatMap((each) => lines('associate', each.associate, each.figures)),
    ...report.cohorts.map((row) => single('cohort', `${row.cohort}+${row.month}`, 'cohort-retention', 'share', row.value, row.n)),
    ...report.channels.flatMap(({ channel, enrolled, bought, netSpend }) => [
      single('channel', channel, 'enrolments', 'count', enrolled, enrolled), single('channel', channel, 'bought', 'count', bought, enrolled), single('channel', channel, 'net-spend', unitName('money', currency), netSpend, enrolled),
    ]),
  ];
  return {
    name: ['report', months.now, store, associate].filter((part) => part !== null).map((part) => part.replaceAll(/[^\w.-]/g, '_')).join('-'),
    columns: [
      'month', 'store', 'associate', 'part', 'group', 'measure', 'unit', 'value', 'n', 'low', 'high', 'suppressed',
      months.lastMonth, months.lastYear, 'sinceLastMonth', 'clear', 'sinceLastYear', 'clearSinceLastYear', ...sources,
    ],
    rows: rows.map((row) => [months.now, store, associate, ...row, ...Array.from({ length: 15 - row.length }, () => null), ...sourceOf(report)]),
  };
}

function unitName(unit: string, currency: string): string {
  return unit === 'money' ? `${currency} minor units` : unit;
}
