import type { Fact } from './facts.ts';

/** A fact as the ledger keeps it: with the digest of its content, and the ISO instant it came, or came again; left out where that was not noted. */
export interface RecordedFact { fact: Fact; digest: string; arrivedAt?: string }

/** What had come by an ISO instant. */
export function arrivedBy(recorded: readonly RecordedFact[], instant: string): RecordedFact[] {
  return recorded.filter(({ arrivedAt }) => arrivedAt === undefined || Date.parse(arrivedAt) <= Date.parse(instant));
}

/** Facts of one id that say different things: the one that counts and those it overrules. */
export interface Conflict { kind: Fact['kind']; id: string; winner: string; overruled: string[] }

/**
 * Leaves one fact for each kind and id: the highest version, then the latest `recordedAt`, then the greatest digest.
 * The rule looks only at what the facts say, so every order of arrival gives the same answer.
 */
export function resolveFacts(recorded: Iterable<RecordedFact>): { facts: Fact[]; conflicts: Conflict[] } {
  const winners = new Map<string, RecordedFact>();
  const overruled = new Map<string, Set<string>>();
  for (const candidate of recorded) {
    const key = `${candidate.fact.kind}#${candidate.fact.id}`;
    const current = winners.get(key);
    if (!current) {
      winners.set(key, candidate);
      continue;
    }
    if (current.digest === candidate.digest) continue;
    const [winner, loser] = outranks(candidate, current) ? [candidate, current] : [current, candidate];
    winners.set(key, winner);
    const losers = overruled.get(key) ?? new Set();
    overruled.set(key, losers.add(loser.digest));
  }
  const conflicts = [...overruled].map(([key, losers]) => {
    const { fact, digest } = winners.get(key)!;
    return { kind: fact.kind, id: fact.id, winner: digest, overruled: [...losers].sort() };
  });
  return { facts: [...winners.values()].map(({ fact }) => fact), conflicts };
}

function outranks(a: RecordedFact, b: RecordedFact): boolean {
  if (a.fact.version !== b.fact.version) return a.fact.version > b.fact.version;
  const [recordedA, recordedB] = [recordedAt(a.fact), recordedAt(b.fact)];
  return recordedA === recordedB ? a.digest > b.digest : recordedA > recordedB;
}

function recordedAt(fact: Fact): number {
  return Date.parse(fact.recordedAt ?? fact.occurredAt);
}
