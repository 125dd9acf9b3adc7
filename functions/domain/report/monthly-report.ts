import { firstDayOf, partsOf, type Day, type Month } from '../calendar.ts';
import { compareText } from '../compare-text.ts';
import { cohortRetention } from '../kpis/catalogue/cohort-retention.ts';
import type { CustomerRecord, KpiParameters, KpiRow } from '../kpis/kpi.ts';
import { isWalkIn } from '../ledger/partition.ts';
import type { Period } from '../periods.ts';
import type { Policy } from '../tiers/policy.ts';
import { ageBandOf, ageBands, type AgeBand } from './age-band.ts';
import { Comparison, type Answered } from './comparison.ts';
import { enrolmentFigures } from './enrolment-figures.ts';
import { enrolmentsBy, type Enrolments } from './enrolments.ts';
import type { Figure } from './figure.ts';
import { goalClasses, goalClassOf, goals, type GoalClass } from './goal-class.ts';
import { reportFigures } from './report-figures.ts';
import { reportMonths, type ReportMonths } from './report-months.ts';

export interface ReportQuestion {
  month: Month;
  /** One store, or all. */
  store: string | null;
  /** One associate: everything is then about what she sold and whom she owns. */
  associate: string | null;
  asOf: Day;
  /** The first day of the chain, before which nothing is known; null for a chain without facts. */
  firstDay: Day | null;
  policy: Policy;
  parameters: KpiParameters;
  /** KPIs that must not be measured on their own, because small cells are hidden in them: as the reader would be told them. */
  answered: Answered;
}

export interface MonthlyReport {
  months: ReportMonths<Period>;
  figures: Figure[];
  goals: { class: GoalClass; figures: Figure[] }[];
  categories: { category: string; figures: Figure[] }[];
  ageBands: { band: AgeBand; figures: Figure[] }[];
  /** Cohorts of the latest months up to this one, as the KPI tells them. */
  cohorts: KpiRow[];
  stores: { store: string; figures: Figure[] }[];
  associates: { associate: string; figures: Figure[] }[];
  /** What the month's enrolments brought, by how the card was obtained. */
  channels: Enrolments['channels'];
}

const cohortMonths = 6;

/** The monthly report over a part of the chain: every figure is a KPI of the catalogue, measured as the KPI is, or counts who was enrolled by whom. */
export function monthlyReport(customers: Iterable<CustomerRecord>, { month, store, associate, asOf, policy, parameters, answered, firstDay }: ReportQuestion): MonthlyReport {
  const months = reportMonths(month, asOf);
  const comparison = new Comparison(months, firstDay, { grain: null, store, tier: null, parameters }, associate);
  const year = partsOf(months.now.from).year;
  const ofChain = store === null && associate === null;
  const ofStore = store !== null && associate === null;

  const whole = comparison.part([...reportFigures.whole, ...(associate === null ? [] : reportFigures.owner)], [], { answered });
  const classes = goalClasses.map((name) => ({ class: name, part: comparison.part(goals[name], [], { only: (customer) => goalClassOf(customer, policy) === name }) }));
  const bands = ageBands.map((band) => ({ band, part: comparison.part(reportFigures.ageBand, [], { only: ({ history }) => !isWalkIn(history.customerId) && ageBandOf(history.profile, year) === band }) }));
  const categories = comparison.part(reportFigures.category, ['category']);
  const stores = comparison.part(ofChain ? reportFigures.store : [], ['store']);
  const associates = comparison.part(ofStore ? [...reportFigures.associate, ...reportFigures.owner] : [], ['associate']);
  const cohorts = comparison.ask(cohortRetention, [], { from: firstDayOf(month + 1 - cohortMonths), to: months.now.to });
  comparison.measure(customers);
  const enrolments = enrolmentsBy(customers, comparison.known, store, policy.card);
  const ownEnrolments = associate === null ? enrolments.all : enrolments.of(associate);
  const named = (names: Iterable<string>) => [...new Set(names)].filter((name) => name !== '').sort(compareText);

  return {
    months,
    figures: [...whole.figures({}), ...enrolmentFigures(ownEnrolments)],
    goals: classes.map(({ class: name, part }) => ({ class: name, figures: part.figures({}) })),
    categories: named(categories.places('category')).map((category) => ({ category, figures: categories.figures({ category }) })),
    ageBands: bands.map(({ band, part }) => ({ band, figures: part.figures({}) })),
    cohorts: cohorts(),
    stores: named(stores.places('store')).map((each) => ({ store: each, figures: stores.figures({ store: each }) })),
    associates: !ofStore ? [] : named([...associates.places('associate'), ...enrolments.associates])
      .map((each) => ({ associate: each, figures: [...associates.figures({ associate: each }), ...enrolmentFigures(enrolments.of(each))] })),
    channels: ownEnrolments.now?.channels ?? [],
  };
}
