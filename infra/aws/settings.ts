import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Settings } from '../../functions/contract/settings.ts';

/** How the stack is deployed. What the business decides (currencies, rates, horizon) is the other document, `settings`. */
const Deployment = z.strictObject({
  stackName: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/).default('Guibin'),
  /** Whether CloudFormation may delete the tables. */
  deletionProtection: z.boolean().default(true),
  logRetentionDays: z.enum(RetentionDays).default(RetentionDays.THREE_MONTHS),
  /** Business time at which the night starts. */
  nightAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).default('02:00'),
  /** How long a night may take; a second night waits as long for the first. */
  nightHours: z.int().min(1).max(24).default(4),
  /** How many slices of a night are computed at once. */
  nightConcurrency: z.int().min(1).max(40).default(8),
  /** How many batches of events are written at once. */
  ingestConcurrency: z.int().min(2).max(1000).default(4),
  /** Seconds for which API Gateway remembers who a token or key belongs to, and for which a withdrawn key still works. */
  authorizerCacheSeconds: z.int().min(0).max(3600).default(60),
  /** Origins of the intranet pages that embed the widgets. */
  corsOrigins: z.array(z.url()).default([]),
  requestsPerSecond: z.int().min(1).default(200),
  requestBurst: z.int().min(1).default(400),
  /** Who is told when an alarm goes off. */
  alarmEmail: z.email().optional(),
  tags: z.record(z.string().min(1), z.string()).default({}),
});
export type Deployment = z.infer<typeof Deployment>;

/** The context of cdk.json, for when the app runs without the CDK command. */
export function contextOfRepository(): Record<string, unknown> {
  const file: unknown = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));
  return z.object({ context: z.record(z.string(), z.unknown()) }).parse(file).context;
}

/**
 * Reads the deployment settings from CDK context.
 * @throws Error that names the setting when one is unknown or out of range.
 */
export function deploymentFrom(context: unknown): Deployment {
  return checked(Deployment, documentIn(context, 'deployment'), 'deployment');
}

/**
 * Reads the business settings from CDK context; `document` is what the functions receive, as it was written.
 * @throws Error that names the setting, or says that the document is too long for a Lambda's environment.
 */
export function businessFrom(context: unknown): { settings: Settings; document: string } {
  const written = documentIn(context, 'settings');
  // The functions overlook a name they do not know; whoever misspells one should hear of it.
  const settings = checked(Settings.unwrap().strict(), written, 'settings');
  const document = JSON.stringify(written);
  const limit = 3_000;
  if (Buffer.byteLength(document) > limit) {
    throw new Error(`settings: ${Buffer.byteLength(document)} bytes do not fit a Lambda environment, which leaves room for ${limit}`);
  }
  return { settings, document };
}

/** Context from cdk.json is an object, context from the command line (`-c settings='{…}'`) is text. */
function documentIn(context: unknown, name: string): unknown {
  if (typeof context !== 'string') return context ?? {};
  try {
    return JSON.parse(context);
  } catch {
    throw new Error(`${name}: is not JSON: ${context}`);
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, document: unknown, name: string): z.infer<Schema> {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${[name, ...issue.path].join('.')}: ${issue.message}`).join('; '));
}
