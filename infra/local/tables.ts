import { LaptopError } from './errors.ts';
import type { Named } from './template/stack.ts';
import type { Table } from './template/properties.ts';

/** Creates the tables that the engine does not have yet; returns how many that were. */
export async function createTables(engineUrl: string, tables: Named<Table>[]): Promise<number> {
  const { TableNames: existing } = await call<{ TableNames: string[] }>(engineUrl, 'ListTables', {});
  const missing = tables.filter((table) => !existing.includes(table.name));
  for (const { name, properties } of missing) {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes: indexes, TimeToLiveSpecification: timeToLive } = properties;
    await call(engineUrl, 'CreateTable', {
      TableName: name, AttributeDefinitions, KeySchema, BillingMode: 'PAY_PER_REQUEST',
      ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection })) }),
    });
    if (timeToLive?.Enabled) await call(engineUrl, 'UpdateTimeToLive', { TableName: name, TimeToLiveSpecification: timeToLive });
  }
  return missing.length;
}

async function call<Answer>(engineUrl: string, operation: string, input: unknown): Promise<Answer> {
  const response = await fetch(engineUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new LaptopError(`The engine refused ${operation}: ${text}`);
  return JSON.parse(text) as Answer;
}
