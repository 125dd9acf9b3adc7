import type { Fact } from '../ledger/facts.ts';
import { resolveFacts, type Conflict, type RecordedFact } from '../ledger/resolve-facts.ts';
import { factWithoutPerson } from './fact-without-person.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** What is kept in place of the facts of an erased customer: of facts that contradict each other the one that counted. Each has come when the fact had. */
export function standInsOf(recorded: readonly RecordedFact[], pseudonyms: Pseudonyms): { fact: Fact; arrivedAt: string | undefined }[] {
  const { facts, conflicts } = resolveFacts(recorded);
  const contested = new Set(conflicts.map(keyOf));
  const counting = new Set(facts);
  return recorded.filter(({ fact }) => counting.has(fact)).map(({ fact, arrivedAt }) => (
    { arrivedAt, fact: factWithoutPerson(contested.has(keyOf(fact)) ? settled(fact) : fact, pseudonyms) }
  ));
}

/**
 * Two facts of one revision and time are told apart by their digests, which change with the pseudonym.
 * A millisecond lets the one that counted win over the other, should it be sent again.
 */
function settled(fact: Fact): Fact {
  return { ...fact, recordedAt: new Date(Date.parse(fact.recordedAt ?? fact.occurredAt) + 1).toISOString() };
}

const keyOf = ({ kind, id }: Pick<Conflict, 'kind' | 'id'>) => `${kind}#${id}`;
