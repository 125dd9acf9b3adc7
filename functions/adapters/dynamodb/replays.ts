import { GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PolicyReplayAnswer } from '../../contract/policy-answers.ts';
import type { Replays } from '../../ports.ts';

/** A replay is looked at while a draft is discussed. */
const keptSeconds = 30 * 86_400;

/** Replays of draft policies by id, in the readings table, which forgets them after a month. */
export class DynamoReplays implements Replays {
  constructor(private readonly client: DynamoDBClient, private readonly table: string) {}

  async save(replay: PolicyReplayAnswer, at: Date): Promise<void> {
    await this.client.send(new PutItemCommand({
      TableName: this.table,
      Item: { ...keyOf(replay.id), replay: { S: JSON.stringify(replay) }, expiresAt: { N: String(Math.floor(at.getTime() / 1000) + keptSeconds) } },
    }));
  }

  async get(replayId: string): Promise<PolicyReplayAnswer | null> {
    const { Item } = await this.client.send(new GetItemCommand({ TableName: this.table, Key: keyOf(replayId), ConsistentRead: true }));
    return Item ? JSON.parse(Item['replay']!.S!) as PolicyReplayAnswer : null;
  }
}

const keyOf = (replayId: string) => ({ pk: { S: `replay#${replayId}` }, sk: { S: 'result' } });
