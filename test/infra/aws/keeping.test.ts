import { describe, expect, it } from 'vitest';
import { factItem } from '../../../functions/adapters/dynamodb/fact-item.ts';
import { lambdas, Synthesized } from './synthesized.ts';

const template = new Synthesized();
const tables = ['TablesLedger', 'TablesCustomers', 'TablesReadings'];

describe('Data', () => {
  it.each(tables)('%s is paid by use, encrypted, recoverable to any second and survives the stack', (table) => {
    const { properties, policies } = template.one('AWS::DynamoDB::Table', table);
    expect(properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST', SSESpecification: { SSEEnabled: true }, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }, DeletionProtectionEnabled: true,
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
    });
    expect(policies).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it.each(tables)('%s costs one write a write: it has no stream and no index', (table) => {
    const { properties } = template.one('AWS::DynamoDB::Table', table);
    expect(Object.keys(properties)).not.toEqual(expect.arrayContaining(['StreamSpecification']));
    expect(properties['GlobalSecondaryIndexes'] ?? properties['LocalSecondaryIndexes']).toBeUndefined();
  });

  it('expires where it says when: in the readings, and in the ledger, whose facts say nothing of the kind', () => {
    for (const table of ['TablesLedger', 'TablesReadings']) expect(template.one('AWS::DynamoDB::Table', table).properties['TimeToLiveSpecification']).toEqual({ AttributeName: 'expiresAt', Enabled: true });
    expect(template.one('AWS::DynamoDB::Table', 'TablesCustomers').properties['TimeToLiveSpecification']).toBeUndefined();
    expect(factItem('C1', { kind: 'VoucherRedeemed', id: 'V1', version: 1, storeId: 'S01', customerId: 'C1', occurredAt: '2026-01-01T00:00:00Z', action: 'used', points: 1, amount: 1 }, new Date())['expiresAt']).toBeUndefined();
  });

  it('can be given up on purpose', () => {
    const loose = new Synthesized({ deployment: { deletionProtection: false } });
    for (const table of tables) expect(loose.one('AWS::DynamoDB::Table', table).properties['DeletionProtectionEnabled']).toBe(false);
  });
});

describe('Functions and logs', () => {
  it.each(lambdas)('%s runs on the newest Node.js, on Graviton, with structured logs and a trace', (lambda) => {
    expect(template.one('AWS::Lambda::Function', lambda).properties).toMatchObject({
      Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler', LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.stringMatching(new RegExp(`^${lambda}Log`)) } }, TracingConfig: { Mode: 'Active' },
    });
  });

  it('No log is kept for ever.', () => {
    const days = new Synthesized({ deployment: { logRetentionDays: 30 } }).all('AWS::Logs::LogGroup').map(({ properties }) => properties['RetentionInDays']);
    expect(days.length).toBeGreaterThanOrEqual(lambdas.length);
    expect(new Set(days)).toEqual(new Set([30]));
  });
});

describe('Widgets', () => {
  it('lie in a bucket that is closed to the public and that only this distribution reads', () => {
    const bucket = template.one('AWS::S3::Bucket');
    expect(bucket.properties['PublicAccessBlockConfiguration']).toEqual({ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
    const { Statement } = template.one('AWS::S3::BucketPolicy').properties['PolicyDocument'] as { Statement: { Effect: string; Principal: unknown; Action: unknown; Condition?: unknown }[] };
    const reading = Statement.filter((each) => each.Effect === 'Allow' && each.Action === 's3:GetObject');
    expect(reading).toEqual([expect.objectContaining({ Principal: { Service: 'cloudfront.amazonaws.com' }, Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } } })]);
  });

  it('come with a content policy that allows own scripts, trusted types and the API alone', () => {
    const policy = JSON.stringify(template.one('AWS::CloudFront::ResponseHeadersPolicy').properties);
    expect(policy).toContain("default-src 'self'; connect-src 'self' ");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  });

  it('are kept for ever by browsers when their name carries their hash, and for minutes when not; nothing old is removed', () => {
    const cached = template.all('Custom::CDKBucketDeployment').map(({ properties }) => ({ ...(properties['SystemMetadata'] as object), prune: properties['Prune'], only: properties['Include'], but: properties['Exclude'] }));
    expect(cached).toEqual(expect.arrayContaining([
      { 'cache-control': 'public, max-age=31536000, immutable', prune: false, only: undefined, but: ['vip.js'] },
      { 'cache-control': expect.stringContaining('max-age=300,'), prune: false, only: ['vip.js'], but: ['*'] },
    ]));
  });
});
