import { createHmac, randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Pseudonyms, type Alike } from '../../domain/erasure/pseudonyms.ts';
import type { Erased, Erasure, Erasures } from '../../ports.ts';
import type { Item } from './batch.ts';
import { queryPartition } from './query.ts';

const partition = 'erasures';
/** Sorts before every pseudonym. */
const keyKey: Item = { pk: { S: partition }, sk: { S: '!key' } };
const keyBytes = 32;
const digestLength = 22;

/** Who was erased, and the key of the deployment by which she is recognised should she be sent again, in the readings table. */
export class DynamoErasures implements Erasures {
  constructor(private readonly client: DynamoDBClient, private readonly table: string, private readonly alike: Alike) {}

  async known(): Promise<Erased> {
    const [first, ...items] = await this.#items();
    const key = first!['secret']!.B!;
    const erasures = items.map((item) => JSON.parse(item['erasure']!.S!) as Erasure);
    const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, digestLength);
    const pseudonyms = new Pseudonyms(digest, erasures.map(({ erasureId }) => erasureId), this.alike);
    return { pseudonyms, erasures, isErased: (customerId) => pseudonyms.isGivenTo(customerId) };
  }

  async save(erasure: Erasure): Promise<void> {
    await this.client.send(new PutItemCommand({ TableName: this.table, Item: { pk: { S: partition }, sk: { S: erasure.erasureId }, erasure: { S: JSON.stringify(erasure) } } }));
  }

  /** The key, which is made by whoever needs it first, and after it the erasures. */
  async #items(): Promise<Item[]> {
    const items = await queryPartition(this.client, this.table, partition);
    if (items.length > 0) return items;
    try {
      await this.client.send(new PutItemCommand({ TableName: this.table, Item: { ...keyKey, secret: { B: randomBytes(keyBytes) } }, ConditionExpression: 'attribute_not_exists(pk)' }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
    return this.#items();
  }
}
