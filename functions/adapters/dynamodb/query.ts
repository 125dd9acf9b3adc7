import { QueryCommand, type DynamoDBClient, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { Item } from './batch.ts';

/** All items of a partition, optionally only those whose sort key starts so, in order. */
export async function queryPartition(client: DynamoDBClient, table: string, pk: string, prefix = '', options: Partial<QueryCommandInput> = {}): Promise<Item[]> {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const { Items, LastEvaluatedKey } = await client.send(new QueryCommand({
      TableName: table,
      KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :sk)' : 'pk = :pk',
      ExpressionAttributeValues: prefix ? { ':pk': { S: pk }, ':sk': { S: prefix } } : { ':pk': { S: pk } },
      ConsistentRead: true,
      ...(from && { ExclusiveStartKey: from }),
      ...options,
    }));
    items.push(...Items ?? []);
    from = LastEvaluatedKey;
  } while (from && options.Limit === undefined);
  return items;
}
