import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '../../infra/local/engine.ts';
import { meteredClient } from '../../functions/adapters/dynamodb/client.ts';

/** A real DynamoDB engine on a folder of its own, for tests that need tables. */
export async function temporaryEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'guibin-engine-'));
  const engine = await startEngine(folder, {}, (reason) => { throw new Error(reason); });
  Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: engine.url, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
  const { client, meter } = meteredClient();
  return {
    url: engine.url, client, meter,
    async end() {
      client.destroy();
      await engine.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Creates a table with the keys that all tables of the product have. */
export async function createTable(client: DynamoDBClient, TableName: string): Promise<string> {
  await client.send(new CreateTableCommand({
    TableName, BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
  }));
  return TableName;
}
