/** Errors within customers of one calibration frequency; `frequency` 7 stands for 7 and more. */
export interface FrequencyClass { frequency: number; customers: number; meanPredicted: number; meanActual: number; rmse: number }

/** How predictions compare with what happened: in total, per customer, and by calibration frequency. */
export interface Accuracy {
  totalPredicted: number;
  totalActual: number;
  mae: number;
  rmse: number;
  byFrequency: FrequencyClass[];
}

const HIGHEST_CLASS = 7;

/** Compares predictions with outcomes, customer by customer; `frequency` is each customer's in the calibration period. Needs at least one. */
export function accuracyOf(predicted: Float64Array, actual: Float64Array, frequency: Float64Array): Accuracy {
  const classes = Array.from({ length: HIGHEST_CLASS + 1 }, () => ({ customers: 0, predicted: 0, actual: 0, absolute: 0, squares: 0 }));
  for (let i = 0; i < predicted.length; i++) {
    const one = classes[Math.min(frequency[i]!, HIGHEST_CLASS)]!;
    const error = predicted[i]! - actual[i]!;
    one.customers += 1;
    one.predicted += predicted[i]!;
    one.actual += actual[i]!;
    one.absolute += Math.abs(error);
    one.squares += error * error;
  }
  const sum = (key: keyof (typeof classes)[number]) => classes.reduce((total, one) => total + one[key], 0);
  return {
    totalPredicted: sum('predicted'),
    totalActual: sum('actual'),
    mae: sum('absolute') / predicted.length,
    rmse: Math.sqrt(sum('squares') / predicted.length),
    byFrequency: classes.flatMap(({ customers, predicted, actual, squares }, frequency) => (customers === 0 ? [] : [{
      frequency, customers, meanPredicted: predicted / customers, meanActual: actual / customers, rmse: Math.sqrt(squares / customers),
    }])),
  };
}
