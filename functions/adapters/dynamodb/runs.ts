import { ConditionalCheckFailedException, DeleteItemCommand, GetItemCommand, PutItemCommand, UpdateItemCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Publication, Run, Runs, SavedContext, StepReport } from '../../ports.ts';
import type { Item } from './batch.ts';
import { queryPartition } from './query.ts';

const latest: Item = { pk: { S: 'published' }, sk: { S: 'latest' } };
const lockKey: Item = { pk: { S: 'night' }, sk: { S: 'lock' } };
const sequenceKey: Item = { pk: { S: 'night' }, sk: { S: 'sequence' } };

/** Runs, their reports and publications in the readings table. */
export class DynamoRuns implements Runs {
  constructor(private readonly client: DynamoDBClient, private readonly table: string) {}

  async queue(runId: string, asOf: string | null, at: Date): Promise<void> {
    const run: Partial<Run> = { runId, sequence: 0, state: 'queued', step: null, startedAt: at.toISOString(), ...(asOf && { asOf }) };
    await this.#put({ ...runKey(runId), ...attributes(run) });
  }

  async lock(runId: string, now: Date, until: Date): Promise<boolean> {
    return this.#ifAllowed(new PutItemCommand({
      TableName: this.table, Item: { ...lockKey, runId: { S: runId }, until: { S: until.toISOString() } },
      ConditionExpression: 'attribute_not_exists(pk) OR runId = :run OR #until < :now',
      ExpressionAttributeNames: { '#until': 'until' }, ExpressionAttributeValues: { ':run': { S: runId }, ':now': { S: now.toISOString() } },
    }));
  }

  async unlock(runId: string): Promise<void> {
    try {
      await this.client.send(new DeleteItemCommand({ TableName: this.table, Key: lockKey, ConditionExpression: 'runId = :run', ExpressionAttributeValues: { ':run': { S: runId } } }));
    } catch (error) {
      // Somebody else has the lock by now: then it is not ours to free.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async nextSequence(): Promise<number> {
    const { Attributes } = await this.client.send(new UpdateItemCommand({
      TableName: this.table, Key: sequenceKey, UpdateExpression: 'ADD latest :one', ExpressionAttributeValues: { ':one': { N: '1' } }, ReturnValues: 'UPDATED_NEW',
    }));
    return Number(Attributes!['latest']!.N!);
  }

  async start(run: Run): Promise<void> {
    await this.#put({ pk: { S: 'planned' }, sk: { S: `${run.startedAt}#${run.runId}` } });
    await this.#put({ ...runKey(run.runId), ...attributes(run) });
  }

  async plannedSince(since: Date): Promise<string[]> {
    const [planned, published] = await Promise.all([queryPartition(this.client, this.table, 'planned'), this.recent(Number.MAX_SAFE_INTEGER)]);
    const keys = planned.map((item) => item['sk']!.S!).filter((key) => key >= since.toISOString());
    // Runs of earlier versions of the product were not noted when they were planned.
    const unnoted = published.filter(({ publishedAt }) => publishedAt >= since.toISOString());
    return [...new Set([...keys.map((key) => key.slice(key.indexOf('#') + 1)), ...unnoted.map(({ runId }) => runId)])];
  }

  async get(runId: string): Promise<Run | null> {
    const item = await this.#get(runKey(runId));
    return item && runOf(item);
  }

  async setState(runId: string, change: Partial<Pick<Run, 'state' | 'step' | 'endedAt' | 'error'>>): Promise<void> {
    const entries = Object.entries(change);
    await this.client.send(new UpdateItemCommand({
      TableName: this.table, Key: runKey(runId),
      UpdateExpression: `SET ${entries.map((_, at) => `#k${at} = :v${at}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([key], at) => [`#k${at}`, key])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], at) => [`:v${at}`, attribute(value)])),
    }));
  }

  async report(runId: string, step: string, part: string, report: StepReport): Promise<void> {
    await this.#put({ pk: runKey(runId)['pk']!, sk: { S: `report#${step}#${part}` }, report: { S: JSON.stringify(report) } });
  }

  async reports(runId: string): Promise<{ step: string; part: string; report: StepReport }[]> {
    const items = await queryPartition(this.client, this.table, `run#${runId}`, 'report#');
    return items.map((item) => {
      const [, step = '', part = ''] = item['sk']!.S!.split('#');
      return { step, part, report: JSON.parse(item['report']!.S!) as StepReport };
    });
  }

  async saveContext(runId: string, context: SavedContext): Promise<void> {
    await this.#put({ pk: runKey(runId)['pk']!, sk: { S: 'context' }, context: { S: JSON.stringify(context) } });
  }

  async context(runId: string): Promise<SavedContext | null> {
    const item = await this.#get({ pk: runKey(runId)['pk']!, sk: { S: 'context' } });
    return item && (JSON.parse(item['context']!.S!) as SavedContext);
  }

  async published(asKnownOn?: Date): Promise<Publication | null> {
    if (asKnownOn === undefined) {
      const item = await this.#get(latest);
      return item && { ...publicationOf(item), erasures: erasuresIn(item) };
    }
    const [item, known] = await Promise.all([this.#get(latest), this.recent(Number.MAX_SAFE_INTEGER)]);
    const then = known.find(({ publishedAt }) => publishedAt <= asKnownOn.toISOString());
    return then ? { ...then, erasures: erasuresIn(item) } : null;
  }

  async publish(publication: Publication): Promise<boolean> {
    const body: Item = { sequence: { N: String(publication.sequence) }, publication: { S: JSON.stringify({ ...publication, erasures: undefined }) } };
    const flipped = await this.#ifAllowed(new UpdateItemCommand({
      TableName: this.table, Key: latest,
      // An update, so that the count of erasures beside it stays.
      UpdateExpression: 'SET #sequence = :sequence, publication = :publication', ConditionExpression: 'attribute_not_exists(pk) OR #sequence <= :sequence',
      ExpressionAttributeNames: { '#sequence': 'sequence' }, ExpressionAttributeValues: { ':sequence': body['sequence']!, ':publication': body['publication']! },
    }));
    if (flipped) await this.#put({ pk: { S: 'publications' }, sk: { S: String(publication.sequence).padStart(8, '0') }, ...body });
    return flipped;
  }

  async noteErasure(): Promise<void> {
    // Without a publication there is nothing yet that anybody could answer from.
    await this.#ifAllowed(new UpdateItemCommand({
      TableName: this.table, Key: latest, UpdateExpression: 'ADD erasures :one', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeValues: { ':one': { N: '1' } },
    }));
  }

  async recent(limit: number): Promise<Publication[]> {
    const items = await queryPartition(this.client, this.table, 'publications', '', { ScanIndexForward: false, ...(limit < 1_000 && { Limit: limit }) });
    return items.map(publicationOf);
  }

  async #get(key: Item): Promise<Item | null> {
    const { Item: found } = await this.client.send(new GetItemCommand({ TableName: this.table, Key: key, ConsistentRead: true }));
    return found ?? null;
  }

  async #put(item: Item): Promise<void> {
    await this.client.send(new PutItemCommand({ TableName: this.table, Item: item }));
  }

  async #ifAllowed(command: PutItemCommand | UpdateItemCommand): Promise<boolean> {
    try {
      await (command instanceof PutItemCommand ? this.client.send(command) : this.client.send(command));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

const runKey = (runId: string): Item => ({ pk: { S: `run#${runId}` }, sk: { S: 'run' } });
const erasuresIn = (item: Item | null): number => Number(item?.['erasures']?.N ?? 0);
const publicationOf = (item: Item) => JSON.parse(item['publication']!.S!) as Publication;

type Scalar = string | number | null;

function attribute(value: Scalar): AttributeValue {
  if (value === null) return { NULL: true };
  return typeof value === 'number' ? { N: String(value) } : { S: value };
}

function attributes(run: Partial<Run>): Item {
  return Object.fromEntries(Object.entries(run).map(([key, value]) => [key, attribute(value)]));
}

function runOf({ pk: _pk, sk: _sk, ...item }: Item): Run {
  const fields = Object.entries(item).map(([key, value]): [string, Scalar] => [key, value.NULL ? null : (value.S ?? Number(value.N))]);
  return Object.fromEntries(fields) as unknown as Run;
}
