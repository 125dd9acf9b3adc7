import type { ModelAnswer } from '../../../functions/contract/service-answers.ts';

type Backtest = NonNullable<NonNullable<ModelAnswer['model']>['backtest']>;

/** What customers of one number of repeats did, and what was expected of them; `x` and the `y`s are shares of the picture, from the left and from the top. */
export interface TestedClass { label: string; x: number; predicted: Mark; actual: Mark; rate: Mark }
export interface Mark { value: number; y: number }

const HIGHEST = 7;
/** Room above the highest mark. */
const HEADROOM = 0.08;

/** Places predicted and actual occasions a customer, and what her own past rate would have given, class by class from left to right. */
export function backtestPicture({ occasions, naive }: Pick<Backtest, 'occasions' | 'naive'>): { top: number; classes: TestedClass[] } {
  const rates = new Map(naive.byFrequency.map(({ frequency, meanPredicted }) => [frequency, meanPredicted]));
  const rows = occasions.byFrequency.map((row) => ({ ...row, rate: rates.get(row.frequency) ?? 0 }));
  const top = Math.max(...rows.flatMap(({ meanPredicted, meanActual, rate }) => [meanPredicted, meanActual, rate])) || 1;
  const mark = (value: number): Mark => ({ value, y: 1 - (1 - HEADROOM) * (value / top) });
  return {
    top,
    classes: rows.map(({ frequency, meanPredicted, meanActual, rate }, i) => ({
      label: frequency < HIGHEST ? String(frequency) : `${HIGHEST}+`, x: (i + 0.5) / rows.length,
      predicted: mark(meanPredicted), actual: mark(meanActual), rate: mark(rate),
    })),
  };
}
