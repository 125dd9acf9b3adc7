import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyDigest } from '../../../functions/contract/api-key.ts';
import { apiKeys } from '../../../functions/adapters/auth/api-keys.ts';
import { credentialIn } from '../../../functions/adapters/auth/credential.ts';
import { KeyRing } from '../../../infra/cli/key/key-ring.ts';
import { createTable, temporaryEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let table: string;
beforeAll(async () => {
  engine = await temporaryEngine();
  table = await createTable(engine.client, 'Readings');
});
afterAll(() => engine.end());

describe('API keys', () => {
  it('let in whoever they were made for, until they are disabled', async () => {
    const ring = new KeyRing(engine.client, table);
    const find = apiKeys(engine.client, table);
    const key = 'gb_some-key-of-a-spreadsheet';
    expect(await find(key)).toBeNull();
    await ring.add(key, { name: 'shop 1', role: 'manager', storeId: 'S01', disabled: false });
    expect(await find(key)).toMatchObject({ role: 'manager', storeId: 'S01', subject: 'shop 1' });
    expect(await ring.disable('shop 1')).toBe(1);
    expect(await find(key)).toBeNull();
    expect(await ring.disable('shop 1')).toBe(0);
  });

  it('are stored as a digest alone', async () => {
    const ring = new KeyRing(engine.client, table);
    await ring.add('gb_another-key', { name: 'BI tool', role: 'head-office', disabled: false });
    const stored = (await ring.keys()).find(({ name }) => name === 'BI tool');
    expect(stored).toEqual({ name: 'BI tool', role: 'head-office', digest: await apiKeyDigest('gb_another-key'), disabled: false });
    expect(JSON.stringify(stored)).not.toContain('another');
  });

  it('are recognised as bearer and as user name', () => {
    const expected = { kind: 'key', key: 'gb_another-key' };
    expect(credentialIn('Bearer gb_another-key')).toEqual(expected);
    expect(credentialIn(`Basic ${Buffer.from('gb_another-key:x').toString('base64')}`)).toEqual(expected);
  });
});
