import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PolicyChanged } from '../../domain/errors.ts';
import type { Policy } from '../../domain/tiers/policy.ts';
import { defaultPolicy } from '../../domain/tiers/presets.ts';
import type { Policies } from '../../ports.ts';
import { queryPartition } from './query.ts';

const sortKey = (version: number) => String(version).padStart(6, '0');

/** Policy documents by version in the readings table; none is ever changed. */
export class DynamoPolicies implements Policies {
  constructor(private readonly client: DynamoDBClient, private readonly table: string) {}

  async current(): Promise<Policy> {
    const [item] = await queryPartition(this.client, this.table, 'policy', '', { ScanIndexForward: false, Limit: 1 });
    return item ? JSON.parse(item['policy']!.S!) as Policy : defaultPolicy;
  }

  async version(version: number): Promise<Policy> {
    const { Item } = await this.client.send(new GetItemCommand({ TableName: this.table, Key: { pk: { S: 'policy' }, sk: { S: sortKey(version) } } }));
    return Item ? JSON.parse(Item['policy']!.S!) as Policy : defaultPolicy;
  }

  async save(policy: Policy, author: string, at: Date): Promise<void> {
    try {
      await this.client.send(new PutItemCommand({
        TableName: this.table,
        Item: { pk: { S: 'policy' }, sk: { S: sortKey(policy.version) }, policy: { S: JSON.stringify(policy) }, author: { S: author }, savedAt: { S: at.toISOString() } },
        ConditionExpression: 'attribute_not_exists(pk)',
      }));
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw new PolicyChanged(policy.version);
      throw error;
    }
  }
}
