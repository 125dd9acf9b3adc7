import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Fact } from '../../domain/ledger/facts.ts';
import type { RecordedFact } from '../../domain/ledger/resolve-facts.ts';
import type { Item } from './batch.ts';

/** Above this an item would cost a second write unit, so its body is compressed. */
const plainBytes = 800;
const digestLength = 16;

/** A fact as an item whose key is its content: `kind#id#digest`, so that writing it twice is one fact, which came when it was last written. */
export function factItem(partition: string, fact: Fact, arrivedAt: Date): Item {
  const body = canonicalJson(fact);
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, digestLength);
  return {
    pk: { S: partition },
    sk: { S: `${fact.kind}#${fact.id}#${digest}` },
    arrivedAt: { S: arrivedAt.toISOString() },
    ...(body.length <= plainBytes ? { body: { S: body } } : { packed: { B: deflateRawSync(body) } }),
  };
}

/** The key of the item a fact was read from. */
export function factKey(partition: string, { fact, digest }: RecordedFact): Item {
  return { pk: { S: partition }, sk: { S: `${fact.kind}#${fact.id}#${digest}` } };
}

/** The fact in an item. */
export function factOf(item: Item): RecordedFact {
  const body = item['body']?.S ?? inflateRawSync(item['packed']!.B!).toString('utf8');
  const sk = item['sk']!.S!;
  const arrivedAt = item['arrivedAt']?.S;
  return { fact: JSON.parse(body) as Fact, digest: sk.slice(sk.lastIndexOf('#') + 1), ...(arrivedAt !== undefined && { arrivedAt }) };
}

/** JSON with sorted keys and nothing undefined, so that equal content has equal text. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}
