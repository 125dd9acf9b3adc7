import { z } from 'zod';
import { FieldProblem, Provenance, RunAnswer } from './answers.ts';

/** What the API answers about its own working: runs, model, facts, events, health. */

export const RunList = z.object({ items: z.array(RunAnswer) });
export type RunList = z.infer<typeof RunList>;

export const ModelAnswer = Provenance.extend({
  /** The value model with its parameters, log-likelihood and back-test; null before the first fit. */
  model: z.looseObject({}).nullable(),
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
