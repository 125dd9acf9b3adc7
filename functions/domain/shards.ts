/**
 * How many parts a night is cut into. Fixed, because a customer must stay in her part from night to night;
 * sixteen keep a night over a million customers within one Lambda's memory and a night over a thousand cheap.
 */
export const shardCount = 16;

/** The part of the night a ledger partition belongs to: FNV-1a, which spreads even consecutive card numbers evenly. */
export function shardOf(partition: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < partition.length; at++) {
    hash ^= partition.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  return (hash >>> 0) % shardCount;
}
