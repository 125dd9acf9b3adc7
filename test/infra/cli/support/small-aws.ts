import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Entry { Source: string; DetailType: string; Detail: string; EventBusName: string }
type Answer = Record<string, unknown> | undefined;

/**
 * The few AWS calls the command makes, with faults on demand: what cannot be asked of the laptop.
 * `answers` overrides an operation by its target; everything put on the bus is kept in `entries`.
 */
export class SmallAws {
  readonly entries: Entry[] = [];
  readonly calls: { target: string; input: Record<string, unknown> }[] = [];
  answers: Record<string, (input: Record<string, unknown>) => Answer> = {};
  outputs: Record<string, string> = {};
  url = '';
  readonly #server = createServer((request, response) => { void this.#answer(request, response); });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => { this.#server.listen(0, '127.0.0.1', resolve); });
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.outputs = {
      EventBusName: 'facts', ApiUrl: `${this.url}/api`, IngestQueueUrl: `${this.url}/1/ingest`, DeadLetterQueueUrl: `${this.url}/1/dead`, NightArn: 'arn:aws:states:us-east-1:1:stateMachine:night',
      LedgerTable: 'L', CustomersTable: 'C', ReadingsTable: 'R', ReportingCurrency: 'USD', TimeZone: 'America/New_York', Settings: '{}',
    };
    return this;
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => { this.#server.close(resolve); });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (request.headers['content-type']?.includes('x-www-form-urlencoded')) {
      response.setHeader('content-type', 'text/xml').end(this.#stack());
      return;
    }
    const target = String(request.headers['x-amz-target'] ?? request.url);
    const input = JSON.parse(body || '{}') as Record<string, unknown>;
    this.calls.push({ target, input });
    const answer = this.answers[target]?.(input) ?? this.#usual(target, input);
    response.statusCode = answer['__type'] ? 400 : 200;
    response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(answer));
  }

  #usual(target: string, input: Record<string, unknown>): Record<string, unknown> {
    if (target === 'AWSEvents.PutEvents') {
      const entries = input['Entries'] as Entry[];
      this.entries.push(...entries);
      return { FailedEntryCount: 0, Entries: entries.map((_, at) => ({ EventId: String(at) })) };
    }
    if (target === 'AmazonSQS.GetQueueAttributes') return { Attributes: { ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0', QueueArn: 'arn:aws:sqs:us-east-1:1:ingest' } };
    return { __type: 'UnknownOperationException', message: target };
  }

  #stack(): string {
    const outputs = Object.entries(this.outputs).map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`);
    return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>Guibin</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime><Outputs>${outputs.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
