/** How far ahead a prediction looks and in what steps its value is discounted. */
export interface Horizon {
  /** Length of a step in weeks. */
  stepWeeks: number;
  steps: number;
  /** What a step divides by: 1.1^(1/12) for months at ten per cent a year. */
  discountPerStep: number;
}

const WEEKS_PER_MONTH = 365.25 / 12 / 7;
const WEEKS_PER_YEAR = 52;

/** A horizon of calendar months, discounted at month ends; `yearlyRate` 0.1 is ten per cent a year. */
export function monthlyHorizon(months: number, yearlyRate: number): Horizon {
  return { stepWeeks: WEEKS_PER_MONTH, steps: months, discountPerStep: (1 + yearlyRate) ** (1 / 12) };
}

/** A horizon of weeks (52 to the year), discounted at the end of each; a broken number of weeks is cut into equal steps just under a week. */
export function weeklyHorizon(weeks: number, yearlyRate: number): Horizon {
  const steps = Math.ceil(weeks);
  const stepWeeks = weeks / steps;
  return { stepWeeks, steps, discountPerStep: (1 + yearlyRate) ** (stepWeeks / WEEKS_PER_YEAR) };
}

/** The length of a horizon in weeks. */
export function weeksOf({ stepWeeks, steps }: Horizon): number {
  return stepWeeks * steps;
}

/** The continuous rate a week that a horizon discounts at. */
export function weeklyRateOf({ discountPerStep, stepWeeks }: Horizon): number {
  return Math.log(discountPerStep) / stepWeeks;
}
