import type { z } from 'zod';
import { UnsupportedTemplateError } from '../errors.ts';
import type { Assembly } from './assembly.ts';
import { ACCOUNT, type Addresses, attributeOf, isRunningType, NAME_PROPERTY, REGION, toLocalAddress } from './identity.ts';
import { INERT_TYPES } from './inert.ts';
import { createResolver } from './intrinsics.ts';
import * as schemas from './properties.ts';

/** A resource with its logical id, its physical name and ARN, and its checked and resolved properties. */
export interface Named<Properties> {
  logicalId: string;
  name: string;
  arn: string;
  properties: Properties;
}
export type LambdaResource = Named<z.output<typeof schemas.LambdaFunction>> & { folder: string };
export type QueueResource = Named<z.output<typeof schemas.Queue>>;
export type RuleResource = Named<z.output<typeof schemas.Rule>>;
export type ScheduleResource = Named<z.output<typeof schemas.Schedule>>;
export type StateMachineResource = Named<z.output<typeof schemas.StateMachine>>;
export type MappingResource = Named<z.output<typeof schemas.EventSourceMapping>>;

export interface SiteFolder {
  /** Path below `/` without slashes at its ends; empty for the root. */
  prefix: string;
  folder: string;
}
export interface SiteBehavior {
  /** CloudFront path pattern such as `widgets/*`. */
  pathPattern: string;
  headers: Record<string, string>;
}

/** Everything of the template that runs on a laptop. */
export interface Stack {
  name: string;
  parameters: Record<string, string>;
  outputs: { key: string; value: string; description?: string }[];
  tables: Named<schemas.Table>[];
  buses: Named<z.output<typeof schemas.EventBus>>[];
  rules: RuleResource[];
  queues: QueueResource[];
  functions: LambdaResource[];
  mappings: MappingResource[];
  stateMachines: StateMachineResource[];
  schedules: ScheduleResource[];
  api: {
    cors: schemas.Cors | undefined;
    routes: Named<z.output<typeof schemas.Route>>[];
    integrations: Named<z.output<typeof schemas.Integration>>[];
    authorizers: Named<z.output<typeof schemas.Authorizer>>[];
  };
  site: { folders: SiteFolder[]; behaviors: SiteBehavior[]; rootObject: string };
}

/** Checks and resolves a template for this machine; throws an UnsupportedTemplateError that names the logical id and type it stumbled over. */
export function readStack(assembly: Assembly, at: Addresses, parameters: Record<string, string>): Stack {
  const { template, stackName } = assembly;
  const resolver = createResolver({
    template,
    parameters,
    pseudo: {
      'AWS::Region': REGION, 'AWS::AccountId': ACCOUNT, 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stackName, 'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/local`,
    },
    attributeOf: (logicalId, attribute) => attributeOf({ type: typeOf(logicalId), logicalId, name: nameOf(logicalId) }, attribute, at),
  });
  const typeOf = (logicalId: string): string => {
    const resource = template.Resources[logicalId];
    if (!resource) throw new UnsupportedTemplateError(`The template refers to ${logicalId}, which it does not define`);
    return resource.Type;
  };
  const nameOf = (logicalId: string): string => {
    const resource = template.Resources[logicalId];
    const given = resource?.Properties[NAME_PROPERTY[resource.Type] ?? ''];
    return given === undefined ? `${stackName}-${logicalId}` : String(resolver.resolve(given));
  };
  const present = Object.entries(template.Resources).filter(([, resource]) => resolver.holds(resource.Condition));

  const read = <S extends z.ZodType>(logicalId: string, schema: S): Named<z.output<S>> => {
    const { Type, Properties } = template.Resources[logicalId] ?? { Type: '', Properties: {} };
    try {
      const parsed = schema.safeParse(toLocal(resolver.resolve(Properties), at));
      if (!parsed.success) {
        throw new UnsupportedTemplateError(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'properties'}: ${issue.message}`).join('; '));
      }
      const name = nameOf(logicalId);
      const arn = Type.startsWith('AWS::ApiGatewayV2') || !(Type in NAME_PROPERTY) ? logicalId : attributeOf({ type: Type, logicalId, name }, 'Arn', at);
      return { logicalId, name, arn, properties: parsed.data };
    } catch (error) {
      throw new UnsupportedTemplateError(`${logicalId} (${Type}): ${(error as Error).message}`);
    }
  };
  const all = <S extends z.ZodType>(type: string, schema: S): Named<z.output<S>>[] =>
    present.filter(([, resource]) => resource.Type === type).map(([logicalId]) => read(logicalId, schema));

  refuseUnknownTypes(present.map(([logicalId, { Type }]) => [logicalId, Type] as const));
  const deployments = all('Custom::CDKBucketDeployment', schemas.BucketDeployment);
  const policies = new Map(all('AWS::CloudFront::ResponseHeadersPolicy', schemas.ResponseHeadersPolicy).map((policy) => [policy.logicalId, headersOf(policy.properties)]));
  const [distribution] = all('AWS::CloudFront::Distribution', schemas.Distribution).map((resource) => resource.properties.DistributionConfig);
  const helpers = servingOnlyCustomResources(present.map(([, resource]) => resource));

  return {
    name: stackName,
    parameters,
    outputs: Object.entries(template.Outputs).filter(([, output]) => resolver.holds(output.Condition)).map(([key, output]) => ({
      key, value: toLocalAddress(String(resolver.resolve(output.Value)), at), ...(output.Description && { description: output.Description }),
    })),
    tables: [...all('AWS::DynamoDB::Table', schemas.Table), ...all('AWS::DynamoDB::GlobalTable', schemas.GlobalTable)],
    buses: all('AWS::Events::EventBus', schemas.EventBus),
    rules: all('AWS::Events::Rule', schemas.Rule),
    queues: all('AWS::SQS::Queue', schemas.Queue),
    functions: present.filter(([id, { Type }]) => Type === 'AWS::Lambda::Function' && !helpers.has(id)).map(([id]) => {
      const resource = read(id, schemas.LambdaFunction);
      return { ...resource, folder: assembly.assetFolder(resource.properties.Code.S3Key) };
    }),
    mappings: all('AWS::Lambda::EventSourceMapping', schemas.EventSourceMapping),
    stateMachines: all('AWS::StepFunctions::StateMachine', schemas.StateMachine),
    schedules: all('AWS::Scheduler::Schedule', schemas.Schedule),
    api: {
      cors: all('AWS::ApiGatewayV2::Api', schemas.Api)[0]?.properties.CorsConfiguration,
      routes: all('AWS::ApiGatewayV2::Route', schemas.Route),
      integrations: all('AWS::ApiGatewayV2::Integration', schemas.Integration),
      authorizers: all('AWS::ApiGatewayV2::Authorizer', schemas.Authorizer),
    },
    site: {
      folders: deployments.flatMap(({ properties }) => properties.SourceObjectKeys.map((key) => ({
        prefix: properties.DestinationBucketKeyPrefix.replaceAll(/^\/+|\/+$/g, ''), folder: assembly.assetFolder(key),
      }))),
      behaviors: distribution ? [...distribution.CacheBehaviors, distribution.DefaultCacheBehavior].map((behavior) => ({
        pathPattern: behavior.PathPattern, headers: policies.get(behavior.ResponseHeadersPolicyId ?? '') ?? {},
      })) : [],
      rootObject: distribution?.DefaultRootObject ?? '',
    },
  };
}

function refuseUnknownTypes(resources: (readonly [logicalId: string, type: string])[]): void {
  const unknown = resources.filter(([, type]) => !isRunningType(type) && !(type in INERT_TYPES));
  if (unknown.length > 0) {
    const list = unknown.map(([logicalId, type]) => `${logicalId} (${type})`).join(', ');
    throw new UnsupportedTemplateError(`The laptop does not know how to run ${list}; teach it, or list the type as inert with its reason`);
  }
}

/** Functions that only answer CloudFormation's own calls while it deploys; there is no deployment here. */
function servingOnlyCustomResources(resources: { Type: string; Properties: Record<string, unknown> }[]): Set<string> {
  const custom = resources.filter(({ Type }) => Type.startsWith('Custom::'));
  const tokens = custom.map(({ Properties }) => Properties['ServiceToken'] as { 'Fn::GetAtt'?: [string, string] } | undefined);
  return new Set(tokens.flatMap((token) => token?.['Fn::GetAtt']?.[0] ?? []));
}

function headersOf({ ResponseHeadersPolicyConfig: config }: z.output<typeof schemas.ResponseHeadersPolicy>): Record<string, string> {
  const { ContentSecurityPolicy: csp, ContentTypeOptions: sniffing, ReferrerPolicy: referrer, FrameOptions: frame } = config.SecurityHeadersConfig;
  return {
    ...(csp && { 'content-security-policy': csp.ContentSecurityPolicy }),
    ...(sniffing !== undefined && { 'x-content-type-options': 'nosniff' }),
    ...(referrer && { 'referrer-policy': referrer.ReferrerPolicy }),
    ...(frame && { 'x-frame-options': frame.FrameOption }),
    ...(config.CorsConfig?.AccessControlAllowOrigins.Items.includes('*') && { 'access-control-allow-origin': '*' }),
    ...Object.fromEntries(config.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}

function toLocal(value: unknown, at: Addresses): unknown {
  if (typeof value === 'string') return toLocalAddress(value, at);
  if (Array.isArray(value)) return value.map((item) => toLocal(item, at));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toLocal(item, at)]));
}
