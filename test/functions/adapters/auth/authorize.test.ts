import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { PutItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeys } from '../../../../functions/adapters/auth/api-keys.ts';
import { authorizeHandler } from '../../../../functions/adapters/auth/authorize-handler.ts';
import { tokenVerifier } from '../../../../functions/adapters/auth/tokens.ts';
import { createTable, temporaryEngine } from '../../../support/engine.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
const port = 4921;
const issuer = 'https://login.example';
const audience = 'guibin';
let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let server: Server;
let keys: Keys;
let strangersKeys: Keys;
let authorize: (authorization: string | undefined) => Promise<{ isAuthorized: boolean; context: Record<string, unknown> }>;

beforeAll(async () => {
  engine = await temporaryEngine();
  const table = await createTable(engine.client, `auth-${process.pid}`);
  [keys, strangersKeys] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  const jwks = JSON.stringify({ keys: [{ ...await exportJWK(keys.publicKey), kid: 'k1', alg: 'ES256', use: 'sig' }] });
  server = createServer((_, response) => { response.setHeader('content-type', 'application/json').end(jwks); }).listen(port, '127.0.0.1');
  const handler = authorizeHandler({ verifyToken: tokenVerifier({ issuer, audience, keysUrl: `http://127.0.0.1:${port}/jwks` }), findKey: apiKeys(engine.client, table) });
  authorize = (authorization) => handler({ headers: authorization === undefined ? {} : { authorization } });
  const keep = (key: string, item: Record<string, AttributeValue>) =>
    engine.client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: 'apikey' }, sk: { S: createHash('sha256').update(key).digest('hex') }, ...item } }));
  await keep('gb_head-office-key', { role: { S: 'head-office' }, name: { S: 'BI tool' } });
  await keep('gb_store-key-0001', { role: { S: 'manager' }, storeId: { S: 'S01' }, disabled: { BOOL: false } });
  await keep('gb_disabled-key-1', { role: { S: 'head-office' }, disabled: { BOOL: true } });
  await keep('gb_disabled-key-2', { role: { S: 'head-office' }, disabled: { S: 'yes' } });
  await keep('gb_homeless-key-1', { role: { S: 'manager' } });
});
afterAll(async () => {
  server.close();
  await engine.end();
});

interface Changes { claims?: object; issuer?: string; audience?: string; expires?: string | null; notBefore?: string; key?: Keys['privateKey']; alg?: string }
function token({ claims = { role: 'head-office' }, expires = '10m', notBefore, key = keys.privateKey, ...changes }: Changes = {}): Promise<string> {
  const jwt = new SignJWT({ ...claims }).setProtectedHeader({ alg: changes.alg ?? 'ES256', kid: 'k1' }).setSubject('u1').setIssuedAt().setIssuer(changes.issuer ?? issuer).setAudience(changes.audience ?? audience);
  if (expires !== null) jwt.setExpirationTime(expires);
  if (notBefore !== undefined) jwt.setNotBefore(notBefore);
  return jwt.sign(key);
}
const refused = { isAuthorized: false, context: {} };

describe('The authorizer', () => {
  it.each([
    [{ role: 'head-office' }, { role: 'head-office', subject: 'u1' }],
    [{ role: 'head-office', storeId: 'S01' }, { role: 'head-office', subject: 'u1' }],
    [{ role: 'manager', storeId: 'S01' }, { role: 'manager', subject: 'u1', storeId: 'S01' }],
    [{ role: 'associate', storeId: 'S01', associateId: 'A7' }, { role: 'associate', subject: 'u1', storeId: 'S01', associateId: 'A7' }],
  ])('tells the API who a token with %j speaks for', async (claims, context) => {
    expect(await authorize(`Bearer ${await token({ claims })}`)).toEqual({ isAuthorized: true, context });
  });

  it.each<[string, Changes]>([
    ['of another issuer', { issuer: 'https://evil.example' }], ['for another audience', { audience: 'payroll' }], ['that has expired', { expires: '-1m' }],
    ['that never expires', { expires: null }], ['that is not valid yet', { notBefore: '5m' }],
    ['without a role', { claims: {} }], ['with an unknown role', { claims: { role: 'admin' } }], ['of a manager without a store', { claims: { role: 'manager' } }],
    ['of an associate with an empty store', { claims: { role: 'associate', storeId: '' } }], ['with a role that is a list', { claims: { role: ['head-office'] } }],
  ])('refuses a token %s', async (_, changes) => {
    expect(await authorize(`Bearer ${await token(changes)}`)).toEqual(refused);
  });

  it('refuses a token signed by somebody else, changed after signing, unsigned, or signed with the public key as a shared secret', async () => {
    expect(await authorize(`Bearer ${await token({ key: strangersKeys.privateKey })}`)).toEqual(refused);
    const [head, , signature] = (await token()).split('.');
    const claims = Buffer.from(JSON.stringify({ role: 'head-office', iss: issuer, aud: audience, exp: 4_102_444_800 })).toString('base64url');
    expect(await authorize(`Bearer ${head}.${claims}.${signature}`)).toEqual(refused);
    expect(await authorize(`Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`)).toEqual(refused);
    const shared = await new SignJWT({ role: 'head-office' }).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).setIssuer(issuer).setAudience(audience).setExpirationTime('10m')
      .sign(new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey))));
    expect(await authorize(`Bearer ${shared}`)).toEqual(refused);
  });

  it('takes an API key as Bearer and as Basic user, where the password does not matter', async () => {
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    const headOffice = { isAuthorized: true, context: { role: 'head-office', subject: 'BI tool' } };
    expect(await authorize('Bearer gb_head-office-key')).toEqual(headOffice);
    expect(await authorize(basic('gb_head-office-key:'))).toEqual(headOffice);
    expect(await authorize(basic('gb_head-office-key:anything'))).toEqual(headOffice);
    expect((await authorize('bearer gb_store-key-0001')).context).toMatchObject({ role: 'manager', storeId: 'S01' });
    expect(await authorize(basic(':gb_head-office-key'))).toEqual(refused);
  });

  it.each(['Bearer gb_unknown-key-12', 'Bearer gb_disabled-key-1', 'Bearer gb_disabled-key-2', 'Bearer gb_homeless-key-1', 'Bearer ', 'Basic !!!', 'Digest x', '', undefined, 'gb_head-office-key', 'Bearer gb_head-office-key, Bearer x'])(
    'lets nobody in with %j', async (authorization) => {
      expect(await authorize(authorization)).toEqual(refused);
    },
  );

  it('lets nobody in while the keys of the issuer, or the table of API keys, are out of reach', async () => {
    const lost = authorizeHandler({ verifyToken: tokenVerifier({ issuer, audience, keysUrl: 'http://127.0.0.1:4922/jwks' }), findKey: apiKeys(engine.client, 'no-such-table') });
    expect(await lost({ headers: { authorization: `Bearer ${await token()}` } })).toEqual(refused);
    expect(await lost({ headers: { authorization: 'Bearer gb_head-office-key' } })).toEqual(refused);
  });
});
