import type { Fact } from './facts.ts';

/**
 * What may have been known at an ISO instant, likeliest first, from the facts noted as come by then and those known now.
 * The ledger notes when a fact came last, so one that was sent again looks new. So, second, what had been recorded by the instant counts as known, too,
 * unless it corrects what is known for certain; and third everything, because a night reads on for a while.
 */
export function knownSets(arrived: readonly Fact[], now: readonly Fact[], instant: string): (readonly Fact[])[] {
  const certain = new Set(arrived.map(({ kind, id }) => `${kind}#${id}`));
  const sentAgain = now.filter(({ kind, id, recordedAt, occurredAt }) => !certain.has(`${kind}#${id}`) && Date.parse(recordedAt ?? occurredAt) <= Date.parse(instant));
  return [arrived, [...arrived, ...sentAgain], now];
}

/** The facts that are not among those known before, a correction of one included. */
export function laterThan(known: readonly Fact[], now: readonly Fact[]): Fact[] {
  const told = new Set(known.map((fact) => JSON.stringify(fact)));
  return now.filter((fact) => !told.has(JSON.stringify(fact)));
}
