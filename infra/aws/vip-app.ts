import { App } from 'aws-cdk-lib';
import { contextOfRepository, deploymentFrom } from './settings.ts';
import { VipStack } from './vip-stack.ts';

export interface VipAppOptions {
  /** Folder of the cloud assembly; a temporary one without it. */
  readonly outdir?: string;
  /** Context that wins over cdk.json and the CDK command, such as `{ deployment: { corsOrigins: [...] } }`. */
  readonly context?: Record<string, unknown>;
  /** CDK's own template checks cost seconds; the laptop goes without. True unless said. */
  readonly validate?: boolean;
}

/** The whole app, ready for `synth()`, the same for the cloud, the laptop and the tests. */
export function vipApp(options: VipAppOptions = {}): App {
  const app = new App({
    analyticsReporting: false,
    context: contextOfRepository(),
    ...(options.validate === false ? { builtinCloudFormationValidation: false } : {}),
    ...(options.outdir === undefined ? {} : { outdir: options.outdir }),
    ...(options.context === undefined ? {} : { postCliContext: options.context }),
  });
  const deployment = deploymentFrom(app.node.tryGetContext('deployment'));
  new VipStack(app, deployment.stackName, { deployment, business: app.node.tryGetContext('settings') });
  return app;
}
