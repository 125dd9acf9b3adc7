import { GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { apiKeyDigest, apiKeyPartition } from '../../contract/api-key.ts';
import type { Principal } from '../../domain/scope.ts';
import { principalFrom } from './principal.ts';

/** Looks API keys up by their SHA-256, which is all that is stored of them; null for one that is unknown or disabled. */
export function apiKeys(client: DynamoDBClient, table: string): (key: string) => Promise<Principal | null> {
  return async (key) => {
    const hash = await apiKeyDigest(key);
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: { pk: { S: apiKeyPartition }, sk: { S: hash } } }));
    // Only a flag that says no counts as no: an item somebody wrote by hand must not become valid by a wrong type.
    if (!Item || (Item['disabled'] !== undefined && Item['disabled'].BOOL !== false)) return null;
    return principalFrom({ role: Item['role']?.S, storeId: Item['storeId']?.S, associateId: Item['associateId']?.S, subject: Item['name']?.S ?? `key ${hash.slice(0, 8)}` });
  };
}
