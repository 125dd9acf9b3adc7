import { arnOf, lambda, writeAssembly } from './template.ts';

/** Writes each body to a file; refuses bodies that hold the word "poison", crashes on "crash". */
const KEEP = `
import { appendFileSync } from 'node:fs';
export const handler = async ({ Records }) => {
  if (Records.some(({ body }) => body.includes('crash'))) process.exit(1);
  const good = Records.filter(({ body }) => !body.includes('poison'));
  appendFileSync(process.env.KEPT, good.map(({ body }) => body + '\\n').join(''));
  return { batchItemFailures: Records.filter((record) => !good.includes(record)).map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

const WORK = `
import { appendFileSync } from 'node:fs';
export const handler = async (event) => {
  appendFileSync(process.env.WORKED, JSON.stringify(event) + '\\n');
  await new Promise((resolve) => setTimeout(resolve, event.milliseconds ?? 0));
  if (event.fail) throw Object.assign(new Error('asked to fail'), { name: event.fail });
  return { worked: event };
};`;

const AUTHORIZE = `
let asked = 0;
export const handler = async ({ identitySource }) => {
  asked += 1;
  if (identitySource[0] === 'broken') throw new Error('no');
  return { isAuthorized: identitySource[0] === 'good', context: { role: 'manager', asked } };
};`;

const SERVE = `
export const handler = async (event) => {
  if (event.rawPath === '/v1/slow') await new Promise((resolve) => setTimeout(resolve, 20_000));
  if (event.rawPath === '/v1/throw') throw new Error('unexpected');
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, cookies: ['a=1'], body: JSON.stringify({ event, env: { issuer: process.env.JWT_ISSUER, table: process.env.TABLE } }) };
};`;

/** What the machine does: work on each item of a list, two at a time, then say so. */
const DEFINITION = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map', ItemsPath: '$.items', MaxConcurrency: 2, ResultPath: '$.done',
      ItemSelector: { 'item.$': '$$.Map.Item.Value', 'run.$': '$$.Execution.Name', 'milliseconds.$': '$.milliseconds' },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Work',
        States: { Work: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { 'FunctionName': 'Small-Work', 'Payload.$': '$' }, ResultSelector: { 'item.$': '$.Payload.worked.item' }, End: true } },
      },
      Next: 'Last',
    },
    Last: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'Small-Work', Payload: { last: true } }, ResultPath: null, End: true },
  },
};

/** A stack with one of everything that the laptop runs. `folder` gets the files that the functions write. */
export function writeSmallStack(folder: string) {
  const environment = { Variables: { KEPT: `${folder}/kept`, WORKED: `${folder}/worked`, TABLE: { Ref: 'Ledger' }, JWT_ISSUER: { Ref: 'JwtIssuer' } } };
  const api = { Ref: 'Api' };
  const route = (RouteKey: string, secured: boolean) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { ApiId: api, RouteKey, Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] }, ...(secured && { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: 'Authorizer' } }) },
  });
  return writeAssembly({
    Ledger: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
        BillingMode: 'PAY_PER_REQUEST', TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    },
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'SmallBus' } },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { EventBusName: { Ref: 'Bus' }, EventPattern: { 'detail-type': ['SaleRecorded'] }, Targets: [{ Id: 'queue', Arn: arnOf('Queue') }] },
    },
    StartRule: {
      Type: 'AWS::Events::Rule',
      Properties: { EventBusName: { Ref: 'Bus' }, EventPattern: { 'detail-type': ['NightWanted'] }, Targets: [{ Id: 'machine', Arn: { Ref: 'Machine' }, InputPath: '$.detail' }] },
    },
    DeadLetters: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 3, RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetters'), maxReceiveCount: 2 } } },
    Inbox: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 3 } },
    Keep: lambda('Keep', { Environment: environment }),
    KeepSource: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: arnOf('Queue'), FunctionName: { Ref: 'Keep' }, BatchSize: 1000, FunctionResponseTypes: ['ReportBatchItemFailures'] },
    },
    Work: lambda('Work', { Environment: environment, Timeout: 60 }),
    Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: JSON.stringify(DEFINITION), RoleArn: arnOf('Role') } },
    Role: { Type: 'AWS::IAM::Role', Properties: {} },
    Authorize: lambda('Authorize'),
    Serve: lambda('Serve', { Environment: environment, Timeout: 3 }),
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Small', ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['https://intranet.example'], AllowMethods: ['GET'], AllowHeaders: ['authorization'], MaxAge: 60 } } },
    Integration: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { ApiId: api, IntegrationType: 'AWS_PROXY', IntegrationUri: arnOf('Serve'), PayloadFormatVersion: '2.0' } },
    Authorizer: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: api, Name: 'Authorizer', AuthorizerType: 'REQUEST', AuthorizerPayloadFormatVersion: '2.0', EnableSimpleResponses: true, IdentitySource: ['$request.header.Authorization'],
        AuthorizerUri: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':apigateway:', { Ref: 'AWS::Region' }, ':lambda:path/2015-03-31/functions/', arnOf('Authorize'), '/invocations']] },
      },
    },
    Secured: route('ANY /v1/{proxy+}', true),
    Health: route('GET /v1/health', false),
    Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: api, StageName: '$default', AutoDeploy: true } },
  }, { Keep: KEEP, Work: WORK, Authorize: AUTHORIZE, Serve: SERVE }, {
    EventBusName: { Ref: 'Bus' }, ApiUrl: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, QueueUrl: { Ref: 'Queue' }, DeadLetterQueueUrl: { Ref: 'DeadLetters' }, InboxUrl: { Ref: 'Inbox' }, MachineArn: { Ref: 'Machine' }, LedgerTable: { Ref: 'Ledger' },
  });
}
