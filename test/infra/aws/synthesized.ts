import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { vipApp } from '../../../infra/aws/vip-app.ts';

export type Json = { readonly [key: string]: unknown };
export interface Resource { readonly id: string; readonly type: string; readonly properties: Json; readonly policies: Json }
export interface Statement { readonly effect: string; readonly actions: readonly string[]; readonly resources: readonly unknown[] }

/** The template as CloudFormation gets it, with the questions that the tests ask. */
export class Synthesized {
  readonly outputs: Readonly<Record<string, { Value: unknown }>>;
  readonly parameters: Readonly<Record<string, Json>>;
  private readonly resources: readonly Resource[];

  constructor(context: Json = {}) {
    const outdir = mkdtempSync(join(tmpdir(), 'guibin-template-'));
    const [stack] = vipApp({ outdir, context, validate: false }).synth().stacks;
    const template = stack?.template as { Resources: Record<string, Json>; Outputs: Record<string, { Value: unknown }>; Parameters: Record<string, Json> };
    rmSync(outdir, { recursive: true });
    this.outputs = template.Outputs;
    this.parameters = template.Parameters;
    this.resources = Object.entries(template.Resources).map(([id, { Type, Properties, ...policies }]) => (
      { id, type: String(Type), properties: (Properties ?? {}) as Json, policies }
    ));
  }

  /** All resources of a type; `prefix` is how their logical ids begin, which is the path of their construct. */
  all(type: string, prefix = ''): readonly Resource[] {
    return this.resources.filter((each) => each.type === type && each.id.startsWith(prefix));
  }

  /** @throws Error when there is none or more than one. */
  one(type: string, prefix = ''): Resource {
    const found = this.all(type, prefix);
    const [only] = found;
    if (only === undefined || found.length > 1) throw new Error(`${found.length} of ${type} ${prefix}`);
    return only;
  }

  /** What a function may do: the statements of all policies of its role. */
  permissionsOf(lambda: string): readonly Statement[] {
    return this.all('AWS::IAM::Policy', `${lambda}Role`).flatMap(({ properties }) => {
      const { Statement: statements } = properties['PolicyDocument'] as { Statement: Json[] };
      return statements.map((each) => ({ effect: String(each['Effect']), actions: [each['Action']].flat().map(String), resources: [each['Resource']].flat() }));
    });
  }

  /** The environment of a function: what it knows of the rest. */
  environmentOf(lambda: string): Json {
    return (this.one('AWS::Lambda::Function', lambda).properties['Environment'] as { Variables: Json }).Variables;
  }
}

/** The functions by the path of their construct, which is how their logical ids begin. */
export const lambdas = [
  'IngestIngestFacts', 'RecomputePlanNight', 'RecomputeProfileCustomers', 'RecomputeFitModel', 'RecomputeScoreCustomers', 'RecomputePublishNight', 'KpiServeApi', 'KpiAuthorize',
] as const;

/** What cdk-nag finds and nothing explains, one sentence each; and, if asked, what CloudFormation's own schemas forbid, which takes seconds. */
export function unexplainedFindings(context: Json = {}, schemas = false): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'guibin-findings-'));
  const app = vipApp({ outdir, context, validate: schemas });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  try {
    app.synth();
    return [];
  } catch {
    const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as { pluginReports: { violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[] }[] };
    return report.pluginReports.flatMap(({ violations }) => violations).map((each) => `${each.ruleName} at ${each.violatingConstructs.map((at) => at.constructPath).join(', ')}`);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
