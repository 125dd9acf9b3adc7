import { z } from 'zod';
import type { Principal } from '../../domain/scope.ts';

const name = z.string().min(1).max(128);
const Claims = z.discriminatedUnion('role', [
  z.object({ role: z.literal('head-office'), subject: name.optional() }),
  z.object({ role: z.enum(['manager', 'associate']), subject: name.optional(), storeId: name, associateId: name.nullish() }),
]);

/** Who some claims speak for; null when they name no role, or a role that needs a store without one. */
export function principalFrom(claims: unknown): Principal | null {
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) return null;
  const { role, subject = role } = parsed.data;
  if (parsed.data.role === 'head-office') return { role: 'head-office', subject };
  return { role: parsed.data.role, subject, storeId: parsed.data.storeId, associateId: parsed.data.associateId ?? null };
}
