import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PageKind, Pages } from '../../ports.ts';
import { queryPartition } from './query.ts';

const [compress, expand] = [promisify(deflateRaw), promisify(inflateRaw)];
/** Files are needed only while their night runs; the rest as long as the run can be looked at. */
const filesKeptSeconds = 7 * 86_400;

/** Pages of a night as compressed items of the readings table, which forgets them after the time the settings say. */
export class DynamoPages implements Pages {
  constructor(private readonly client: DynamoDBClient, private readonly table: string, private readonly keptDays: number) {}

  async write(runId: string, shard: number, kind: PageKind, name: string, bytes: Uint8Array): Promise<void> {
    const kept = kind === 'files' ? filesKeptSeconds : this.keptDays * 86_400;
    await this.client.send(new PutItemCommand({
      TableName: this.table,
      Item: {
        pk: { S: pageKey(runId, shard) }, sk: { S: `${kind}#${name}` },
        bytes: { B: await compress(bytes, { level: 1 }) },
        expiresAt: { N: String(Math.floor(Date.now() / 1000) + kept) },
      },
    }));
  }

  async read(runId: string, shard: number, kind: PageKind): Promise<{ name: string; bytes: Uint8Array }[]> {
    const items = await queryPartition(this.client, this.table, pageKey(runId, shard), `${kind}#`);
    return Promise.all(items.map(async (item) => ({ name: item['sk']!.S!.slice(kind.length + 1), bytes: await expand(item['bytes']!.B!) })));
  }

  async rewrite(runId: string, shard: number, kind: PageKind, name: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.client.send(new UpdateItemCommand({
        TableName: this.table, Key: { pk: { S: pageKey(runId, shard) }, sk: { S: `${kind}#${name}` } },
        UpdateExpression: 'SET #bytes = :bytes', ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#bytes': 'bytes' }, ExpressionAttributeValues: { ':bytes': { B: await compress(bytes, { level: 1 }) } },
      }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
}

function pageKey(runId: string, shard: number): string {
  return `page#${runId}#${String(shard).padStart(2, '0')}`;
}
