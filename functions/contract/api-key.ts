/** Where API keys lie in the readings: one item a key, found by its SHA-256, which is all that is stored of it. */
export const apiKeyPartition = 'apikey';

/** How a key begins, so that it is recognised at once. */
export const apiKeyPrefix = 'gb_';

/** The name under which a key is stored: its SHA-256 in hexadecimal digits. */
export async function apiKeyDigest(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
