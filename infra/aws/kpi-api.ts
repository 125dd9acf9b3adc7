import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CorsHttpMethod, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { accept, attributeInFinding } from './findings.ts';
import { LambdaFunction } from './lambda-function.ts';
import { read, readAndWrite, readOne, type Tables } from './tables.ts';

export interface KpiApiProps {
  readonly bus: EventBus;
  readonly tables: Tables;
  readonly night: StateMachine;
  readonly settings: string;
  readonly tokens: { readonly issuer: string; readonly audience: string; readonly keysUrl: string };
  readonly authorizerCacheSeconds: number;
  readonly corsOrigins: readonly string[];
  readonly requestsPerSecond: number;
  readonly requestBurst: number;
  readonly logRetention: RetentionDays;
}

/** What anybody may ask: is it alive, and what does it speak. */
const publicRoutes = ['/v1/health', '/v1/openapi.json', '/v1/schemas/{type}'];
/** OPTIONS is left out, so that API Gateway answers preflights itself and without a token. */
const methods = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE];

/** The HTTP API under /v1: everything behind the authorizer but a few routes that say nothing about anybody. */
export class KpiApi extends Construct {
  readonly api: HttpApi;
  readonly functions: readonly LambdaFunction[];

  constructor(scope: Construct, id: string, props: KpiApiProps) {
    super(scope, id);
    const authorize = this.authorizeFunction(props);
    const serveApi = this.serveApiFunction(props);
    this.functions = [authorize, serveApi];
    this.api = new HttpApi(this, 'Api', {
      description: 'Readings of Guibin: KPIs, customers, lists, runs.',
      createDefaultStage: false,
      ...(props.corsOrigins.length === 0 ? {} : {
        corsPreflight: {
          allowOrigins: [...props.corsOrigins],
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.HEAD, CorsHttpMethod.POST, CorsHttpMethod.PUT, CorsHttpMethod.DELETE],
          allowHeaders: ['accept', 'authorization', 'content-type', 'if-none-match', 'idempotency-key'],
          exposeHeaders: ['etag', 'link', 'location', 'retry-after'],
          maxAge: Duration.hours(1),
        },
      }),
    });
    const accessLog = new LogGroup(this, 'AccessLog', { retention: props.logRetention, removalPolicy: RemovalPolicy.DESTROY });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: props.requestsPerSecond, burstLimit: props.requestBurst },
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: AccessLogFormat.custom(accessLogLine) },
    });
    const integration = new HttpLambdaIntegration('ServeApiIntegration', serveApi);
    const authorizer = new HttpLambdaAuthorizer('Authorizer', authorize, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization'],
      resultsCacheTtl: Duration.seconds(props.authorizerCacheSeconds),
    });
    this.api.addRoutes({ path: '/v1/{proxy+}', methods, integration, authorizer });
    for (const path of publicRoutes) {
      for (const route of this.api.addRoutes({ path, methods: [HttpMethod.GET], integration })) {
        accept(route, 'Health and schemas are public on purpose: they say nothing about anybody.', 'APIG4');
      }
    }
  }

  private authorizeFunction(props: KpiApiProps): LambdaFunction {
    return new LambdaFunction(this, 'Authorize', {
      file: 'authorize',
      description: 'Says who calls the API, in which role and for which store.',
      timeout: Duration.seconds(10),
      memoryMegabytes: 512,
      logRetention: props.logRetention,
      environment: { JWT_ISSUER: props.tokens.issuer, JWT_AUDIENCE: props.tokens.audience, JWKS_URL: props.tokens.keysUrl },
    }).mayUse('READINGS_TABLE', props.tables.readings, readOne);
  }

  private serveApiFunction(props: KpiApiProps): LambdaFunction {
    const serveApi = new LambdaFunction(this, 'ServeApi', {
      file: 'serve-api',
      description: 'Answers the HTTP API from the published run.',
      timeout: Duration.seconds(29),
      memoryMegabytes: 1024,
      logRetention: props.logRetention,
      environment: { SETTINGS: props.settings },
    })
      .mayUse('LEDGER_TABLE', props.tables.ledger, read)
      .mayUse('CUSTOMERS_TABLE', props.tables.customers, read)
      .mayUse('READINGS_TABLE', props.tables.readings, readAndWrite)
      .mayUse('EVENT_BUS', { name: props.bus.eventBusName, arn: props.bus.eventBusArn }, ['events:PutEvents'])
      .mayUse('NIGHT_ARN', { name: props.night.stateMachineArn, arn: props.night.stateMachineArn }, ['states:StartExecution']);
    const executions = (night: string) => Stack.of(this).formatArn({ service: 'states', resource: 'execution', resourceName: `${night}:*`, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    serveApi.addToRolePolicy(new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [executions(props.night.stateMachineName)] }));
    accept(serveApi.role ?? serveApi, 'The API tells the state of any run of this one state machine.',
      `IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${attributeInFinding(props.night, 'Name')}:*]`);
    return serveApi;
  }
}

/** One JSON line a request, without query strings: they may name customers. */
const accessLogLine = JSON.stringify({
  requestId: '$context.requestId', at: '$context.requestTime', method: '$context.httpMethod', route: '$context.routeKey',
  status: '$context.status', milliseconds: '$context.responseLatency', bytes: '$context.responseLength', error: '$context.error.message', authorizerError: '$context.authorizer.error',
});
