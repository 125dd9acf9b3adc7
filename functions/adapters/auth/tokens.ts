import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Principal } from '../../domain/scope.ts';
import { principalFrom } from './principal.ts';

/** Whose tokens are trusted. */
export interface Issuer { issuer: string; audience: string; keysUrl: string }

const algorithms = ['ES256', 'RS256'];
/** Clocks of the issuer and of this function may differ by so many seconds. */
const clockTolerance = 5;
const keysTimeout = 3_000;

/** Verifies signed tokens of one issuer; its keys are fetched when needed and remembered. Throws what is wrong with a token; null when it speaks for nobody. */
export function tokenVerifier({ issuer, audience, keysUrl }: Issuer): (token: string) => Promise<Principal | null> {
  const keys = createRemoteJWKSet(new URL(keysUrl), { timeoutDuration: keysTimeout });
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms, clockTolerance, requiredClaims: ['exp'] });
    const { role, storeId, associateId, sub } = payload;
    return principalFrom({ role, storeId, associateId, subject: sub });
  };
}
