import { z } from 'zod';

/**
 * What the laptop reads of each resource type. Objects are strict: a property that is neither used
 * nor listed as without effect on a laptop is refused, so nothing in the template is silently dropped.
 */

/** A property that changes nothing on a laptop, such as tags or encryption at rest. */
const inert = z.unknown().optional();
const seconds = z.coerce.number().int().min(0);
const strings = z.array(z.string());
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Projection = z.strictObject({ ProjectionType: z.string(), NonKeyAttributes: strings.optional() });
const GlobalIndex = z.strictObject({
  IndexName: z.string(), KeySchema, Projection,
  ContributorInsightsSpecification: inert, ProvisionedThroughput: inert, OnDemandThroughput: inert, WriteProvisionedThroughputSettings: inert, WriteOnDemandThroughputSettings: inert,
});
const TableCommon = {
  TableName: z.string().optional(),
  KeySchema,
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z.array(GlobalIndex).default([]),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().optional(), Enabled: flag }).optional(),
  BillingMode: inert, SSESpecification: inert,
};
export const Table = z.strictObject({
  ...TableCommon,
  PointInTimeRecoverySpecification: inert, DeletionProtectionEnabled: inert, TableClass: inert, Tags: inert,
  ContributorInsightsSpecification: inert, OnDemandThroughput: inert, ProvisionedThroughput: inert,
});
export const GlobalTable = z.strictObject({
  ...TableCommon,
  Replicas: z.array(z.unknown()).max(1, 'a laptop is one region'),
  WriteProvisionedThroughputSettings: inert, WriteOnDemandThroughputSettings: inert,
});
export type Table = z.infer<typeof Table>;

export const EventBus = z.strictObject({
  Name: z.string(), Description: inert, Tags: inert, KmsKeyIdentifier: inert, DeadLetterConfig: inert, LogConfig: inert,
});

export const RuleTarget = z.strictObject({
  Id: z.string(), Arn: z.string(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z.strictObject({ InputTemplate: z.string(), InputPathsMap: z.record(z.string(), z.string()).default({}) }).optional(),
  RoleArn: inert, DeadLetterConfig: inert, RetryPolicy: inert,
});
export type RuleTarget = z.infer<typeof RuleTarget>;
export const Rule = z.strictObject({
  Name: z.string().optional(),
  EventBusName: z.string().optional(),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(RuleTarget).default([]),
  Description: inert, RoleArn: inert, Tags: inert,
});

export const Queue = z.strictObject({
  QueueName: z.string().optional(),
  VisibilityTimeout: seconds.default(30),
  DelaySeconds: seconds.default(0),
  ReceiveMessageWaitTimeSeconds: seconds.default(0),
  MessageRetentionPeriod: seconds.default(345_600),
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int().min(1) }).optional(),
  RedriveAllowPolicy: inert, KmsMasterKeyId: inert, KmsDataKeyReusePeriodSeconds: inert, SqsManagedSseEnabled: inert, MaximumMessageSize: inert, Tags: inert,
});

export const LambdaFunction = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.strictObject({ S3Bucket: z.unknown(), S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string(),
  Timeout: seconds.default(3),
  MemorySize: z.coerce.number().default(128),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).default({ Variables: {} }),
  ReservedConcurrentExecutions: z.coerce.number().int().min(1).optional(),
  Layers: z.array(z.unknown()).max(0, 'layers are not unpacked on a laptop').optional(),
  Architectures: inert, Description: inert, EphemeralStorage: inert, LoggingConfig: inert, RecursiveLoop: inert, Role: inert, RuntimeManagementConfig: inert, Tags: inert, TracingConfig: inert,
});

export const EventSourceMapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().int().min(1).max(10_000).default(10),
  MaximumBatchingWindowInSeconds: seconds.default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.coerce.number().int().min(2).optional() }).optional(),
  Enabled: flag.default(true),
  Tags: inert, MetricsConfig: inert,
});

export const StateMachine = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.literal('STANDARD', 'only STANDARD state machines run on a laptop').default('STANDARD'),
  DefinitionString: z.string(),
  RoleArn: inert, LoggingConfiguration: inert, TracingConfiguration: inert, EncryptionConfiguration: inert, Tags: inert,
});

export const Schedule = z.strictObject({
  Name: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.strictObject({ Arn: z.string(), Input: z.string().default('{}'), RoleArn: inert, RetryPolicy: inert, DeadLetterConfig: inert }),
  FlexibleTimeWindow: inert, GroupName: inert, Description: inert, KmsKeyArn: inert,
});

export const Cors = z.strictObject({
  AllowOrigins: strings.default([]), AllowMethods: strings.default([]), AllowHeaders: strings.default([]), ExposeHeaders: strings.default([]),
  AllowCredentials: flag.default(false),
  MaxAge: seconds.optional(),
});
export type Cors = z.infer<typeof Cors>;
export const Api = z.strictObject({
  Name: z.string(), ProtocolType: z.literal('HTTP'), CorsConfiguration: Cors.optional(),
  Description: inert, DisableExecuteApiEndpoint: inert, Tags: inert, IpAddressType: inert,
});
export const Route = z.strictObject({
  ApiId: z.string(), RouteKey: z.string(), Target: z.string().optional(),
  AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'), AuthorizerId: z.string().optional(),
  OperationName: inert,
});
export const Integration = z.strictObject({
  ApiId: z.string(), IntegrationType: z.literal('AWS_PROXY'), IntegrationUri: z.string(), PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.coerce.number().int().default(30_000),
  IntegrationMethod: inert, Description: inert, ConnectionType: inert,
});
export const Authorizer = z.strictObject({
  ApiId: z.string(), Name: z.string(), AuthorizerType: z.literal('REQUEST'), AuthorizerUri: z.string(),
  AuthorizerPayloadFormatVersion: z.literal('2.0'), EnableSimpleResponses: z.literal(true),
  IdentitySource: strings.default([]), AuthorizerResultTtlInSeconds: seconds.default(300),
  AuthorizerCredentialsArn: inert,
});
export const Stage = z.strictObject({
  ApiId: z.string(), StageName: z.literal('$default', 'only the $default stage is served'), AutoDeploy: inert,
  DefaultRouteSettings: inert, RouteSettings: inert, AccessLogSettings: inert, Tags: inert, Description: inert,
});

export const BucketDeployment = z.object({
  SourceObjectKeys: strings, DestinationBucketKeyPrefix: z.string().default(''),
});
export const ResponseHeadersPolicy = z.strictObject({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.object({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
      ContentTypeOptions: z.unknown().optional(),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
      FrameOptions: z.object({ FrameOption: z.string() }).optional(),
    }).default({}),
    CorsConfig: z.object({ AccessControlAllowOrigins: z.object({ Items: strings }) }).optional(),
    CustomHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) }).default({ Items: [] }),
  }),
});
const Behavior = z.object({ PathPattern: z.string().default('*'), ResponseHeadersPolicyId: z.string().optional() });
export const Distribution = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z.string().default(''), DefaultCacheBehavior: Behavior, CacheBehaviors: z.array(Behavior).default([]),
  }),
});
