import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { z } from 'zod';

/** Who a token speaks for. */
export const TokenRequest = z.strictObject({
  sub: z.string().min(1).optional(),
  role: z.enum(['head-office', 'manager', 'associate']),
  storeId: z.string().min(1).optional(),
  associateId: z.string().min(1).optional(),
  ttlSeconds: z.coerce.number().int().min(1).max(86_400).default(600),
});
export type TokenRequest = z.infer<typeof TokenRequest>;

/** Stands in for the retailer's identity provider, on this laptop only. */
export interface Tokens {
  mint(request: TokenRequest): Promise<string>;
  /** The public key as a JSON Web Key Set. */
  keySet: { keys: JWK[] };
}

const ALGORITHM = 'ES256';

/** Opens the signing key kept in a file, or makes one. */
export async function openTokens(keyFile: string, issuer: string, audience: string): Promise<Tokens> {
  const jwk = existsSync(keyFile) ? JSON.parse(readFileSync(keyFile, 'utf8')) as JWK : await createKey(keyFile);
  const key = await importJWK(jwk, ALGORITHM);
  const { d: _, ...publicKey } = jwk;
  return {
    keySet: { keys: [publicKey] },
    mint: ({ sub, role, storeId, associateId, ttlSeconds }) => new SignJWT({ role, ...(storeId && { storeId }), ...(associateId && { associateId }) })
      .setProtectedHeader({ alg: ALGORITHM, ...(jwk.kid && { kid: jwk.kid }) })
      .setSubject(sub ?? associateId ?? role)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${ttlSeconds}s`)
      .sign(key),
  };
}

async function createKey(keyFile: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const named = { ...jwk, alg: ALGORITHM, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
  writeFileSync(keyFile, JSON.stringify(named), { mode: 0o600 });
  return named;
}
