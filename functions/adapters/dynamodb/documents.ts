import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Documents } from '../../ports.ts';
import { queryPartition } from './query.ts';

const sortKey = (version: number) => String(version).padStart(6, '0');

/** What a kind of document is called in the table, what counts until one is saved, and the error that says somebody was faster. */
export interface DocumentKind<Document> { name: string; otherwise: Document; changed: (version: number) => Error }

/** Documents of one kind by version in the readings table; none is ever changed. */
export class DynamoDocuments<Document extends { version: number }> implements Documents<Document> {
  constructor(private readonly client: DynamoDBClient, private readonly table: string, private readonly kind: DocumentKind<Document>) {}

  async current(): Promise<Document> {
    const [item] = await queryPartition(this.client, this.table, this.kind.name, '', { ScanIndexForward: false, Limit: 1 });
    return item ? JSON.parse(item[this.kind.name]!.S!) as Document : this.kind.otherwise;
  }

  async version(version: number): Promise<Document> {
    const { Item } = await this.client.send(new GetItemCommand({ TableName: this.table, Key: { pk: { S: this.kind.name }, sk: { S: sortKey(version) } } }));
    return Item ? JSON.parse(Item[this.kind.name]!.S!) as Document : this.kind.otherwise;
  }

  async save(document: Document, author: string, at: Date): Promise<void> {
    const { name, changed } = this.kind;
    try {
      await this.client.send(new PutItemCommand({
        TableName: this.table,
        Item: { pk: { S: name }, sk: { S: sortKey(document.version) }, [name]: { S: JSON.stringify(document) }, author: { S: author }, savedAt: { S: at.toISOString() } },
        ConditionExpression: 'attribute_not_exists(pk)',
      }));
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw changed(document.version);
      throw error;
    }
  }
}
