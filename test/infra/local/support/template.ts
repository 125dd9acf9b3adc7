import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

/** Writes a cloud assembly with one stack, as the CDK would: `code` holds the source of `index.mjs` by function name. */
export function writeAssembly(resources: Resources, code: Record<string, string> = {}, outputs: Record<string, unknown> = {}): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'guibin-assembly-'));
  const files: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(code)) {
    mkdirSync(join(folder, `asset.${name}`));
    writeFileSync(join(folder, `asset.${name}`, 'index.mjs'), source);
    files[name] = { source: { path: `asset.${name}`, packaging: 'zip' } };
  }
  const write = (file: string, content: unknown) => writeFileSync(join(folder, file), JSON.stringify(content));
  write('Small.assets.json', { files });
  write('Small.template.json', {
    Parameters: { JwtIssuer: { Type: 'String', Default: 'https://issuer.invalid' } },
    Resources: resources,
    Outputs: Object.fromEntries(Object.entries(outputs).map(([key, Value]) => [key, { Value }])),
  });
  write('manifest.json', {
    artifacts: {
      'Small.assets': { type: 'cdk:asset-manifest', properties: { file: 'Small.assets.json' } },
      Small: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Small.template.json' } },
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A function resource that runs the code of the same name. */
export function lambda(name: string, properties: Record<string, unknown> = {}) {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: { Code: { S3Bucket: 'assets', S3Key: `${name}.zip` }, Handler: 'index.handler', Runtime: 'nodejs24.x', ...properties },
  };
}

export const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
