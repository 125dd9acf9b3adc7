import { z } from 'zod';

/** What the API answers about erasures: that there was one, and nothing about whom. */

export const ErasureAnswer = z.object({
  /** Leads nobody to the customer who does not know her id and the key of this deployment. */
  id: z.string(),
  /** `open` until nothing of her is left, which takes seconds, or while a night is under way until it ends. */
  state: z.enum(['open', 'done']),
  requestedAt: z.string(),
  requestedBy: z.string(),
  doneAt: z.string().nullable(),
});
export type ErasureAnswer = z.infer<typeof ErasureAnswer>;

/** All erasures, the latest first. */
export const ErasureList = z.object({ items: z.array(ErasureAnswer) });
export type ErasureList = z.infer<typeof ErasureList>;
