import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { UnsupportedTemplateError } from '../errors.ts';

const Manifest = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), properties: z.object({ stackName: z.string().optional(), templateFile: z.string().default(''), file: z.string().default('') }).optional() })),
});
const AssetManifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })).default({}),
});
const Template = z.object({
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.unknown() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), z.object({
    Type: z.string(),
    Condition: z.string().optional(),
    Properties: z.record(z.string(), z.unknown()).default({}),
  })),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown(), Condition: z.string().optional(), Description: z.string().optional() })).default({}),
});
export type Template = z.infer<typeof Template>;

/** One synthesized stack: its name, its template, and where each zipped asset lies unzipped on disk. */
export interface Assembly {
  stackName: string;
  template: Template;
  /** The folder behind an S3 key such as `<hash>.zip`; throws when the assembly has no such asset. */
  assetFolder(s3Key: string): string;
}

/** Reads the only stack of a cloud assembly folder; throws an UnsupportedTemplateError when there is none or more than one. */
export function readAssembly(folder: string): Assembly {
  const { artifacts } = Manifest.parse(readJson(join(folder, 'manifest.json')));
  const stacks = Object.entries(artifacts).filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  const [stack] = stacks;
  if (!stack || stacks.length > 1) {
    throw new UnsupportedTemplateError(`${folder} holds ${stacks.length} stacks; the laptop runs exactly one`);
  }
  const [artifactId, { properties }] = stack;
  const assets = new Map<string, string>();
  for (const artifact of Object.values(artifacts)) {
    if (artifact.type !== 'cdk:asset-manifest') continue;
    const { files } = AssetManifest.parse(readJson(join(folder, artifact.properties?.file ?? '')));
    for (const [hash, { source }] of Object.entries(files)) if (source.path) assets.set(hash, resolve(folder, source.path));
  }
  return {
    stackName: properties?.stackName ?? artifactId,
    template: Template.parse(readJson(join(folder, properties?.templateFile ?? ''))),
    assetFolder: (s3Key) => {
      const path = assets.get(s3Key.replace(/\.[a-z]+$/, ''));
      if (!path) throw new UnsupportedTemplateError(`The cloud assembly has no asset for ${s3Key}`);
      return path;
    },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
