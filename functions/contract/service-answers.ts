import { z } from 'zod';
import { Provenance, RunAnswer } from './answers.ts';
import { FieldProblem } from './problem.ts';

/** What the API answers about its own working: runs, model, facts, events, health. */

export const RunList = z.object({ items: z.array(RunAnswer) });
export type RunList = z.infer<typeof RunList>;

const Fit = z.object({
  parameters: z.record(z.string(), z.number()),
  /** Null where the data do not determine the parameter. */
  standardErrors: z.record(z.string(), z.number().nullable()),
  logLikelihood: z.number(),
  /** The edge of the family that the best fit lies on, null inside. */
  boundary: z.string().nullable(),
  converged: z.boolean(),
  iterations: z.number(),
  customers: z.number(),
});
const PurchaseFit = Fit.extend({ kind: z.enum(['bg-nbd', 'pareto-nbd']), cells: z.number() });
const Accuracy = z.object({
  totalPredicted: z.number(), totalActual: z.number(), mae: z.number(), rmse: z.number(),
  /** By repeats before the hold-out; 7 stands for 7 and more. */
  byFrequency: z.array(z.object({ frequency: z.number(), customers: z.number(), meanPredicted: z.number(), meanActual: z.number(), rmse: z.number() })),
});
/** The share inside, and the share that should be by the model: the level, and more where nothing at all is likelier than that. */
const Coverage = z.object({ held: z.number(), promised: z.number() });
const Backtest = z.object({
  weeks: z.number(), customers: z.number(),
  occasions: Accuracy,
  /** Everybody going on at her own past rate. */
  naive: Accuracy,
  /** The last good model on the same weeks. */
  lastGood: Accuracy.nullable(),
  spend: Accuracy.nullable(),
  intervalLevel: z.number(),
  /** How often occasions and spend lay in their intervals. */
  occasionsCoverage: Coverage, spendCoverage: Coverage.nullable(),
  /** The models that were tested, fitted on what was known before those weeks. */
  calibrated: z.object({ purchase: PurchaseFit, spend: Fit.nullable() }),
});
export const ModelAnswer = Provenance.extend({
  /** The value model of the chain; null before the first fit. */
  model: z.object({
    /** `kept` when an earlier model is used in place of the last fit; `reason` says why, or why there is none. */
    state: z.enum(['ready', 'insufficient-data', 'kept']),
    reason: z.enum(['too-few-customers', 'too-short-history', 'too-few-occasions', 'no-repeat-spend', 'did-not-converge', 'no-model', 'fell-behind']).nullable(),
    /** The day that the model in use was fitted on. */
    fittedOn: z.string().nullable(),
    customers: z.number(), repeatCustomers: z.number(),
    purchase: PurchaseFit.nullable(), spend: Fit.nullable(),
    backtest: Backtest.nullable(),
    /** The back-test of a fit that was not used. */
    rejected: Backtest.nullable(),
  }).nullable(),
  /** How the predicted lifetime value is spread among the customers the reader may see; null when nobody has a prediction. */
  worth: z.object({
    horizonMonths: z.number(), customers: z.number(), total: z.number(), median: z.number(),
    bands: z.array(z.object({ from: z.number().nullable(), to: z.number().nullable(), customers: z.number(), value: z.number() })),
    /** What the best customers, as a share of all, hold of the total. */
    concentration: z.array(z.object({ customers: z.number(), value: z.number() })),
  }).nullable(),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

export const FactsAnswer = Provenance.extend({
  customerId: z.string(),
  /** True when phone, e-mail and address are masked for this reader. */
  masked: z.boolean(),
  /** What the ledger holds about her, oldest first; of several contents of one fact the one that counts. */
  facts: z.array(z.looseObject({ kind: z.string(), id: z.string(), occurredAt: z.string() })),
});
export type FactsAnswer = z.infer<typeof FactsAnswer>;

export const EventsAnswer = z.object({
  accepted: z.number(),
  rejected: z.number(),
  /** One entry for each event sent, in the same order. */
  events: z.array(z.object({ id: z.string().nullable(), accepted: z.boolean(), problems: z.array(FieldProblem).optional() })),
});
export type EventsAnswer = z.infer<typeof EventsAnswer>;

export const HealthAnswer = z.object({ status: z.literal('ok'), published: z.boolean(), asOf: z.string().nullable() });
export type HealthAnswer = z.infer<typeof HealthAnswer>;

/** A customer given to another associate, as it was recorded. */
export const TransferAnswer = z.object({
  id: z.string(), customerId: z.string(), storeId: z.string(), associateId: z.string(),
  /** The business day from which it holds. */
  from: z.string(),
});
export type TransferAnswer = z.infer<typeof TransferAnswer>;
