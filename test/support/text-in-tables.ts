import { inflateRawSync } from 'node:zlib';
import { ScanCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** All that tables hold as one text, with everything unpacked that is packed. */
export async function textIn(client: DynamoDBClient, tables: readonly string[]): Promise<string> {
  const parts: string[] = [];
  for (const TableName of tables) {
    for (let from: Record<string, AttributeValue> | undefined, first = true; first || from; first = false) {
      const page = await client.send(new ScanCommand({ TableName, ...(from && { ExclusiveStartKey: from }) }));
      for (const item of page.Items ?? []) for (const [name, value] of Object.entries(item)) parts.push(`${name}=${textOf(value)}`);
      from = page.LastEvaluatedKey;
    }
  }
  return parts.join('\n');
}

function textOf(value: AttributeValue): string {
  if (!value.B) return value.S ?? value.N ?? JSON.stringify(value);
  const bytes = Buffer.from(value.B);
  try {
    return inflateRawSync(bytes).toString('utf8');
  } catch {
    return bytes.toString('utf8');
  }
}
