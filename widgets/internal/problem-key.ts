import type { CoreMessages } from '../languages/en.ts';

/** The message that explains a refused request to a reader. */
export function problemKey(status: number, retryAfter: number | null): keyof CoreMessages['states'] {
  if (status === 0) return 'unreachable';
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  if (retryAfter !== null && (status === 429 || status === 503)) return 'busy';
  return status >= 500 ? 'broken' : 'refused';
}
