import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readAssembly } from '../../../infra/local/template/assembly.ts';
import { createResolver } from '../../../infra/local/template/intrinsics.ts';
import { readStack } from '../../../infra/local/template/stack.ts';
import { writeSmallStack } from './support/small-stack.ts';
import { arnOf, lambda, writeAssembly } from './support/template.ts';

const at = { api: 'http://127.0.0.1:4400', endpoint: 'http://127.0.0.1:4401' };

describe('intrinsic functions', () => {
  const { resolve } = createResolver({
    template: {
      Parameters: { Issuer: { Type: 'String', Default: 'https://issuer.invalid' }, Given: { Type: 'String', Default: 'default' }, Zones: { Type: 'CommaDelimitedList', Default: 'a,b' } },
      Mappings: { Sizes: { small: { memory: 128 } } },
      Conditions: { Always: { 'Fn::Equals': ['a', 'a'] }, Never: { 'Fn::Not': [{ Condition: 'Always' }] } },
    },
    parameters: { Given: 'given' },
    pseudo: { 'AWS::Region': 'us-east-1' },
    attributeOf: (logicalId, attribute) => `${logicalId}.${attribute}`,
  });

  it.each([
    ['Ref of a resource', { Ref: 'Table' }, 'Table.Ref'],
    ['Ref of a parameter with a default', { Ref: 'Issuer' }, 'https://issuer.invalid'],
    ['Ref of a parameter given here', { Ref: 'Given' }, 'given'],
    ['Ref of a list', { Ref: 'Zones' }, ['a', 'b']],
    ['GetAtt', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table.Arn'],
    ['GetAtt in short form', { 'Fn::GetAtt': 'Table.Arn' }, 'Table.Arn'],
    ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'Given' }, { Ref: 'AWS::Region' }]] }, 'a/given/us-east-1'],
    ['Sub', { 'Fn::Sub': '${Given}-${Table.Arn}-${AWS::Region}-${!Literal}' }, 'given-Table.Arn-us-east-1-${Literal}'],
    ['Sub with variables', { 'Fn::Sub': ['${x}', { x: { Ref: 'Given' } }] }, 'given'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, 128],
    ['If', { 'Fn::If': ['Never', 1, { Ref: 'Given' }] }, 'given'],
    ['NoValue', { kept: 1, gone: { Ref: 'AWS::NoValue' }, list: [1, { Ref: 'AWS::NoValue' }] }, { kept: 1, list: [1] }],
  ])('%s', (_, expression, value) => {
    expect(resolve(expression)).toEqual(value);
  });

  it('refuses what reaches outside the stack', () => {
    expect(() => resolve({ 'Fn::ImportValue': 'other-stack' })).toThrow('Fn::ImportValue "other-stack" cannot be resolved on a laptop');
  });
});

describe('a template', () => {
  const removals: (() => void)[] = [];
  afterEach(() => {
    for (const remove of removals.splice(0)) remove();
  });
  const read = (resources: Parameters<typeof writeAssembly>[0], code = {}, outputs = {}) => {
    const assembly = writeAssembly(resources, code, outputs);
    removals.push(assembly.remove);
    return readStack(readAssembly(assembly.folder), at, { JwtIssuer: at.api });
  };

  it('is read with names, ARNs and environment as they will be', () => {
    const folder = mkdtempSync(join(tmpdir(), 'guibin-template-'));
    const assembly = writeSmallStack(folder);
    removals.push(assembly.remove, () => rmSync(folder, { recursive: true }));
    const stack = readStack(readAssembly(assembly.folder), at, { JwtIssuer: at.api });
    expect(stack.name).toBe('Small');
    expect(stack.functions.find(({ name }) => name === 'Small-Serve')?.properties.Environment.Variables).toMatchObject({ TABLE: 'Small-Ledger', JWT_ISSUER: at.api });
    expect(Object.fromEntries(stack.outputs.map(({ key, value }) => [key, value]))).toMatchObject({
      ApiUrl: at.api, QueueUrl: `${at.endpoint}/000000000000/Small-Queue`, MachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:Small-Machine',
    });
  });

  it('is refused with logical id and type when it holds a resource that nobody runs', () => {
    expect(() => read({ Stream: { Type: 'AWS::Kinesis::Stream' } })).toThrow('Stream (AWS::Kinesis::Stream)');
  });

  it('is refused when a resource that runs has a property without meaning here', () => {
    const table = { KeySchema: [], AttributeDefinitions: [], StreamSpecification: { StreamViewType: 'NEW_IMAGE' } };
    expect(() => read({ Ledger: { Type: 'AWS::DynamoDB::Table', Properties: table } })).toThrow(/Ledger \(AWS::DynamoDB::Table\).*StreamSpecification/);
  });

  it('is refused when it refers to what it does not define', () => {
    expect(() => read({ Keep: lambda('Keep', { Environment: { Variables: { TABLE: { Ref: 'Nowhere' } } } }) }, { Keep: '' })).toThrow('Nowhere');
  });

  it('leaves out functions that only serve the deployment itself', () => {
    const stack = read({
      Uploader: { ...lambda('Uploader'), Properties: { ...lambda('Uploader').Properties, Runtime: 'python3.13' } },
      Files: { Type: 'Custom::CDKBucketDeployment', Properties: { ServiceToken: arnOf('Uploader'), SourceObjectKeys: ['site.zip'], DestinationBucketKeyPrefix: 'widgets' } },
    }, { Uploader: '', site: '' });
    expect(stack.functions).toEqual([]);
    expect(stack.site.folders.map(({ prefix }) => prefix)).toEqual(['widgets']);
  });

  it('gives addresses of AWS as addresses of the laptop, and the headers of the site', () => {
    const stack = read({
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
      Headers: {
        Type: 'AWS::CloudFront::ResponseHeadersPolicy',
        Properties: { ResponseHeadersPolicyConfig: { Name: 'h', SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: { 'Fn::Join': ['', ["default-src 'self'; connect-src ", { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }]] }, Override: true } } } },
      },
      Site: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { DefaultCacheBehavior: { ResponseHeadersPolicyId: { Ref: 'Headers' } } } } },
    }, {}, { Site: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Site', 'DomainName'] }, '/widgets/vip.js']] } });
    expect(stack.outputs).toEqual([{ key: 'Site', value: 'http://127.0.0.1:4400/widgets/vip.js' }]);
    expect(stack.site.behaviors).toEqual([{ pathPattern: '*', headers: { 'content-security-policy': "default-src 'self'; connect-src http://127.0.0.1:4400" } }]);
  });
});
