import { PutItemCommand, QueryCommand, UpdateItemCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { apiKeyDigest, apiKeyPartition } from '../../../functions/contract/api-key.ts';

/** What is stored of an API key besides its digest. */
export interface KeyHolder { name: string; role: string; storeId?: string | undefined; associateId?: string | undefined; disabled: boolean }
interface StoredKey extends KeyHolder { digest: string }

/** The API keys of a stack. */
export class KeyRing {
  constructor(private readonly client: DynamoDBClient, private readonly table: string) {}

  async add(key: string, { name, role, storeId, associateId }: KeyHolder): Promise<void> {
    const texts = Object.entries({ name, role, storeId, associateId }).flatMap(([field, value]): [string, AttributeValue][] => (value === undefined ? [] : [[field, { S: value }]]));
    await this.client.send(new PutItemCommand({ TableName: this.table, Item: { pk: { S: apiKeyPartition }, sk: { S: await apiKeyDigest(key) }, ...Object.fromEntries(texts) } }));
  }

  /** All keys, those in force first, by name. */
  async keys(): Promise<StoredKey[]> {
    const keys: StoredKey[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await this.client.send(new QueryCommand({
        TableName: this.table, KeyConditionExpression: 'pk = :keys', ExpressionAttributeValues: { ':keys': { S: apiKeyPartition } }, ExclusiveStartKey: start,
      }));
      for (const item of page.Items ?? []) keys.push(storedKey(item));
      start = page.LastEvaluatedKey;
    } while (start);
    return keys.sort((a, b) => Number(a.disabled) - Number(b.disabled) || (a.name < b.name ? -1 : 1));
  }

  /** Ends all keys of a name and says how many were in force. */
  async disable(name: string): Promise<number> {
    const ending = (await this.keys()).filter((key) => key.name === name && !key.disabled);
    for (const { digest } of ending) {
      await this.client.send(new UpdateItemCommand({
        TableName: this.table, Key: { pk: { S: apiKeyPartition }, sk: { S: digest } },
        UpdateExpression: 'SET disabled = :yes', ExpressionAttributeValues: { ':yes': { BOOL: true } },
      }));
    }
    return ending.length;
  }
}

function storedKey(item: Record<string, AttributeValue>): StoredKey {
  return {
    digest: item['sk']!.S!, name: item['name']?.S ?? item['sk']!.S!.slice(0, 8), role: item['role']?.S ?? '',
    storeId: item['storeId']?.S, associateId: item['associateId']?.S, disabled: item['disabled'] !== undefined && item['disabled'].BOOL !== false,
  };
}
