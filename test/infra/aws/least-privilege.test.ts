import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lambdas, Synthesized } from './synthesized.ts';

const template = new Synthesized();

const reads = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan'];
const adds = ['dynamodb:BatchWriteItem', 'dynamodb:PutItem'];
const changes = [...adds, 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:UpdateItem'];
const erases = ['dynamodb:BatchWriteItem', 'dynamodb:Query'];
const everything = [...reads, ...changes].sort();

/** What each function may do to each resource; a resource that is not named is out of reach. */
const promised: Record<(typeof lambdas)[number], Record<string, string[]>> = {
  IngestIngestFacts: { TablesLedger: erases, TablesCustomers: erases, TablesReadings: everything, IngestDeadLetters: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage', 'sqs:SendMessage'], IngestIngestQueue: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'] },
  RecomputePlanNight: { TablesReadings: everything },
  RecomputeProfileCustomers: { TablesLedger: reads, TablesReadings: everything },
  RecomputeFitModel: { TablesReadings: everything },
  RecomputeScoreCustomers: { TablesCustomers: everything, TablesReadings: everything },
  RecomputePublishNight: { TablesLedger: erases, TablesCustomers: erases, TablesReadings: everything, Bus: ['events:PutEvents'] },
  KpiServeApi: { TablesLedger: reads, TablesCustomers: reads, TablesReadings: everything, Bus: ['events:PutEvents'], RecomputeMachineNight: ['states:DescribeExecution', 'states:StartExecution'] },
  KpiAuthorize: { TablesReadings: ['dynamodb:GetItem'] },
};
/** What every function may do besides: write its own log and its trace. */
const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const trace = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];

/** The logical id in a resource, without the hash at its end. */
const named = (resource: unknown) => /"(?:Ref|Fn::GetAtt)":\[?"([A-Za-z]+?)[0-9A-F]{8}"/.exec(JSON.stringify(resource))?.[1] ?? String(resource);

describe('Each function may do what it needs and nothing else', () => {
  it.each(lambdas)('%s', (lambda) => {
    const granted: Record<string, string[]> = {};
    for (const { effect, actions, resources } of template.permissionsOf(lambda)) {
      expect(effect).toBe('Allow');
      for (const resource of resources) granted[named(resource)] = [...(granted[named(resource)] ?? []), ...actions].sort();
    }
    expect(granted).toEqual({ ...promised[lambda], [`${lambda}Log`]: log, '*': trace });
  });

  it('No permission on data has a wildcard in its actions or resources.', () => {
    const statements = lambdas.flatMap((lambda) => template.permissionsOf(lambda));
    const onData = statements.filter(({ actions }) => actions.some((action) => !action.startsWith('xray:')));
    expect(onData.length).toBeGreaterThan(lambdas.length);
    for (const { actions, resources } of onData) {
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      expect(resources).not.toContain('*');
    }
  });

  it('No function has a policy written by somebody else.', () => {
    for (const lambda of lambdas) expect(template.one('AWS::IAM::Role', `${lambda}Role`).properties['ManagedPolicyArns']).toBeUndefined();
  });

  it('The bus takes events from the own account only: it has no resource policy.', () => {
    expect(template.all('AWS::Events::EventBusPolicy')).toEqual([]);
  });
});

describe('Each function knows what it may use and nothing else', () => {
  const variableOf: Record<string, string> = {
    TablesLedger: 'LEDGER_TABLE', TablesCustomers: 'CUSTOMERS_TABLE', TablesReadings: 'READINGS_TABLE', Bus: 'EVENT_BUS', IngestDeadLetters: 'DEAD_LETTER_QUEUE_URL', RecomputeMachineNight: 'NIGHT_ARN',
  };
  it.each(lambdas)('%s', (lambda) => {
    const resources = Object.keys(promised[lambda]).filter((resource) => resource !== 'IngestIngestQueue').map((resource) => variableOf[resource] ?? resource);
    const settings = lambda === 'KpiAuthorize' ? ['JWT_ISSUER', 'JWT_AUDIENCE', 'JWKS_URL'] : ['SETTINGS'];
    expect(Object.keys(template.environmentOf(lambda)).sort()).toEqual([...resources, ...settings, 'NODE_OPTIONS'].sort());
  });

  it.each(lambdas)('%s asks for all that it is given, and for nothing else', (lambda) => {
    const file = lambda.replace(/^(Ingest|Recompute|Kpi)/, '').replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
    const bundle = readFileSync(new URL(`../../../dist/functions/${file}/index.mjs`, import.meta.url), 'utf8');
    const names = [...Object.values(variableOf), 'JWT_ISSUER', 'JWT_AUDIENCE', 'JWKS_URL', 'SETTINGS'];
    const asked = names.filter((name) => bundle.includes(`"${name}"`) || bundle.includes(`.env.${name}`));
    expect(asked.sort()).toEqual(Object.keys(template.environmentOf(lambda)).filter((name) => name !== 'NODE_OPTIONS').sort());
  });
});
