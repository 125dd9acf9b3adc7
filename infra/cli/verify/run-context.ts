import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { RunContext } from '../../../functions/domain/evaluate.ts';
import { CommandFailed } from '../errors.ts';
import type { Stack } from '../stack.ts';

/** What a published run judged everybody by: its day, policy and cuts. Throws CommandFailed when the run is not known. */
export async function runContext({ settings, outputs }: Stack, runId: string): Promise<RunContext> {
  const client = new DynamoDBClient(settings);
  try {
    const { Item } = await client.send(new GetItemCommand({ TableName: outputs.ReadingsTable, Key: { pk: { S: `run#${runId}` }, sk: { S: 'context' } } }));
    if (!Item) throw new CommandFailed(`run ${runId} has left no context in ${outputs.ReadingsTable}`);
    return (JSON.parse(Item['context']!.S!) as { run: RunContext }).run;
  } finally {
    client.destroy();
  }
}
