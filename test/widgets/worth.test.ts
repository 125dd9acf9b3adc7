import { describe, expect, it } from 'vitest';
import { backtestPicture } from '../../widgets/worth/backtest/backtest.chart.ts';
import { concentrationPath, heldBy } from '../../widgets/worth/spread/concentration.chart.ts';

const accuracy = (rows: [frequency: number, predicted: number, actual: number][]) => ({
  totalPredicted: 0, totalActual: 0, mae: 0, rmse: 0,
  byFrequency: rows.map(([frequency, meanPredicted, meanActual]) => ({ frequency, customers: 10, meanPredicted, meanActual, rmse: 0 })),
});

describe('the picture of a back-test', () => {
  it('places predicted, actual and past rate of each class on one scale that starts at nothing', () => {
    const { top, classes } = backtestPicture({ occasions: accuracy([[0, 0.5, 0.25], [7, 1, 1.5]]), naive: accuracy([[0, 0, 0.25], [7, 2, 1.5]]) });
    expect(top).toBe(2);
    expect(classes.map(({ label, x }) => [label, x])).toEqual([['0', 0.25], ['7+', 0.75]]);
    expect(classes.map(({ predicted, actual, rate }) => [predicted, actual, rate].map(({ value }) => value))).toEqual([[0.5, 0.25, 0], [1, 1.5, 2]]);
    expect(classes[0]!.rate.y).toBe(1);
    expect(1 - classes[1]!.predicted.y).toBeCloseTo(2 * (1 - classes[0]!.predicted.y), 12);
    expect(classes[1]!.rate.y).toBeGreaterThan(0);
  });

  it('is flat where nobody bought or was expected to', () => {
    const nothing = accuracy([[0, 0, 0]]);
    expect(backtestPicture({ occasions: nothing, naive: nothing }).classes[0]).toMatchObject({ predicted: { y: 1 }, actual: { y: 1 }, rate: { y: 1 } });
  });
});

describe('the curve of who holds the value', () => {
  const points = [{ customers: 0.05, value: 0.4 }, { customers: 0.2, value: 0.7 }, { customers: 1, value: 1 }];

  it('runs from nobody to everybody', () => {
    expect(concentrationPath(points)).toBe('M0 100L5 60L20 30L100 0');
  });

  it('says what a share of the customers holds', () => {
    expect(heldBy(points, 0.2)).toBe(0.7);
    expect(heldBy(points, 0.9)).toBe(1);
  });
});
