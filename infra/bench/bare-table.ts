import { BatchWriteItemCommand, CreateTableCommand, DynamoDBClient, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;

/** What the same engine does when nothing but the table work is asked of it: the floor that the product is measured against. */
export function bareTables(endpoint: string) {
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 8 });
  return {
    /** Reads a whole table page after page. */
    async scan(TableName: string): Promise<{ items: Item[]; milliseconds: number; units: number }> {
      const started = performance.now();
      const items: Item[] = [];
      let [units, from]: [number, Item | undefined] = [0, undefined];
      do {
        const page: { Items?: Item[]; LastEvaluatedKey?: Item; ConsumedCapacity?: { CapacityUnits?: number } } = await client.send(new ScanCommand({
          TableName, ReturnConsumedCapacity: 'TOTAL', ...(from && { ExclusiveStartKey: from }),
        }));
        items.push(...page.Items ?? []);
        units += page.ConsumedCapacity?.CapacityUnits ?? 0;
        from = page.LastEvaluatedKey;
      } while (from);
      return { items, milliseconds: performance.now() - started, units };
    },
    /** Writes items 25 a call, with so many calls in flight. */
    async write(TableName: string, items: readonly Item[], callsInFlight: number): Promise<number> {
      const started = performance.now();
      let next = 0;
      await Promise.all(Array.from({ length: callsInFlight }, async () => {
        while (next < items.length) {
          const chunk = items.slice(next, next += 25);
          await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: chunk.map((Item) => ({ PutRequest: { Item } })) } }));
        }
      }));
      return performance.now() - started;
    },
    async create(TableName: string): Promise<string> {
      await client.send(new CreateTableCommand({
        TableName, BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
      }));
      return TableName;
    },
    end: () => client.destroy(),
  };
}
