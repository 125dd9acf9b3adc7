import { z } from 'zod';

const Day = z.string();

/** What is missing to a change of tier. */
export const Missing = z.object({
  tier: z.string(),
  missing: z.array(z.object({ criterion: z.string(), amount: z.number(), by: Day.nullable() })),
  /** The day she rises at the earliest, or falls. */
  on: Day.optional(),
  /** For `keep`: where she falls to; null for no tier. */
  fallsTo: z.string().nullable().optional(),
});
/** A tier with its reason, and what would change it. */
export const TierStanding = z.object({
  id: z.string().nullable(),
  since: Day.nullable(),
  reason: z.array(z.object({
    criterion: z.string(),
    /** For `top-percent`: the percentage. */
    percent: z.number().optional(),
    window: z.object({ from: Day, to: Day }),
    value: z.number(),
    threshold: z.number(),
    met: z.boolean(),
    /** Ids of the sales that count. */
    facts: z.array(z.string()),
  })),
  next: Missing.nullable(),
  keep: Missing.nullable(),
  override: z.object({ author: z.string(), reason: z.string(), expiresOn: Day }).nullable(),
  /** In the view of the night: whether judging her facts anew gives just this, how many they are, and how many more have come, or come again, since. */
  check: z.object({ agrees: z.boolean(), facts: z.number(), later: z.number() }).optional(),
});
