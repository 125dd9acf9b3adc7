import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CustomerFile } from '../../domain/ledger/fold-file.ts';
import type { CustomerScore } from '../../domain/score.ts';
import type { Customers, CustomerVersion, Publication } from '../../ports.ts';
import { deleteAll, readAll, writeAll, type Item } from './batch.ts';
import { queryPartition } from './query.ts';

/** Customers by id and by the run that wrote them: readers see the latest a published run wrote, so half a night is never seen. */
export class DynamoCustomers implements Customers {
  constructor(private readonly client: DynamoDBClient, private readonly table: string) {}

  async write(versions: readonly CustomerVersion[]): Promise<void> {
    await writeAll(this.client, this.table, versions.map(itemOf));
  }

  async read(keys: readonly { customerId: string; sequence: number }[]): Promise<CustomerVersion[]> {
    return (await readAll(this.client, this.table, keys.map(({ customerId, sequence }) => keyOf(customerId, sequence)))).map(versionOf);
  }

  async latest(customerId: string, { sequence, skipped }: Pick<Publication, 'sequence' | 'skipped'>): Promise<CustomerVersion | null> {
    for (let upTo = sequence; upTo > 0;) {
      const { Items } = await this.client.send(new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: 'pk = :pk AND sk <= :upTo',
        ExpressionAttributeValues: { ':pk': { S: customerId }, ':upTo': { S: sortKey(upTo) } },
        ScanIndexForward: false,
        Limit: 1,
      }));
      const [item] = Items ?? [];
      if (!item) return null;
      const found = versionOf(item);
      if (!skipped.includes(found.sequence)) return found;
      upTo = found.sequence - 1;
    }
    return null;
  }

  async versions(customerId: string, { sequence, skipped }: Pick<Publication, 'sequence' | 'skipped'>): Promise<CustomerVersion[]> {
    const items = await queryPartition(this.client, this.table, customerId);
    return items.map(versionOf).filter((version) => version.sequence <= sequence && !skipped.includes(version.sequence));
  }

  async remove(customerId: string): Promise<void> {
    const items = await queryPartition(this.client, this.table, customerId);
    await deleteAll(this.client, this.table, items.map(({ pk, sk }) => ({ pk: pk!, sk: sk! })));
  }
}

const sortKey = (sequence: number) => String(sequence).padStart(8, '0');
const keyOf = (customerId: string, sequence: number): Item => ({ pk: { S: customerId }, sk: { S: sortKey(sequence) } });

function itemOf({ customerId, sequence, history, file, score }: CustomerVersion): Item {
  return { ...keyOf(customerId, sequence), history: { B: history }, file: { S: JSON.stringify(file) }, score: { S: JSON.stringify(score) } };
}

function versionOf(item: Item): CustomerVersion {
  return {
    customerId: item['pk']!.S!,
    sequence: Number(item['sk']!.S!),
    history: item['history']!.B!,
    file: JSON.parse(item['file']!.S!) as CustomerFile,
    score: JSON.parse(item['score']!.S!) as CustomerScore,
  };
}
