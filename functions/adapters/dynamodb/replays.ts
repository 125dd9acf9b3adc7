import { GetItemCommand, PutItemCommand, UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PolicyReplayAnswer } from '../../contract/policy-answers.ts';
import type { Replays } from '../../ports.ts';
import { queryPartition } from './query.ts';

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

  async removeCustomer(customerId: string): Promise<void> {
    for (const item of await queryPartition(this.client, this.table, partition)) {
      const replay = JSON.parse(item['replay']!.S!) as PolicyReplayAnswer;
      const movers = replay.movers.filter((mover) => mover.customerId !== customerId);
      if (movers.length === replay.movers.length) continue;
      await this.client.send(new UpdateItemCommand({
        TableName: this.table, Key: keyOf(replay.id), UpdateExpression: 'SET replay = :replay', ExpressionAttributeValues: { ':replay': { S: JSON.stringify({ ...replay, movers }) } },
      }));
    }
  }
}

/** All of them lie together, so that an erasure finds those that name somebody. */
const partition = 'replays';
const keyOf = (replayId: string) => ({ pk: { S: partition }, sk: { S: replayId } });
