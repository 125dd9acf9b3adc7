import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RemovalPolicy, type Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ApplicationLogLevel, Architecture, Code, Function as CdkFunction, LoggingFormat, Runtime, SystemLogLevel, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { accept } from './findings.ts';

const bundles = fileURLToPath(new URL('../../dist/functions/', import.meta.url));

/** Something a function may use: the name it calls it by, and the ARN the permission is for. */
export interface Resource {
  readonly name: string;
  readonly arn: string;
}

export interface LambdaFunctionProps {
  /** Name of the file in `functions/`, without extension. */
  readonly file: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly memoryMegabytes: number;
  readonly logRetention: RetentionDays;
  readonly environment?: Record<string, string>;
}

/** A Lambda function with the project's defaults. It starts with no permission but to write its own log and trace. */
export class LambdaFunction extends CdkFunction {
  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    const bundle = join(bundles, props.file);
    if (!existsSync(bundle)) throw new Error(`functions/${props.file}.ts is not built: run npm run build`);
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: props.logRetention, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    super(scope, id, {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle),
      timeout: props.timeout,
      memorySize: props.memoryMegabytes,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
    });
    logGroup.grantWrite(role);
    accept(role, 'X-Ray offers no resource to name when a function writes its trace.', 'IAM5[Resource::*]');
  }

  /** Allows `actions` on `resource` and names it in the environment variable `variable`: one cannot be had without the other. */
  mayUse(variable: string, resource: Resource, actions: readonly string[]): this {
    this.addEnvironment(variable, resource.name);
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [resource.arn] }));
    return this;
  }
}
