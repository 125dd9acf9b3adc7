import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CommandFailed, UnusableInput } from './errors.ts';

const laptopEndpoint = 'http://127.0.0.1:4401';
/** Name of the stack that the laptop runs. */
export const laptopStack = 'Guibin';

/** How an AWS SDK client reaches the stack: empty for a deployed one, where the usual environment and profile decide. */
export interface ClientSettings {
  endpoint?: string;
  region?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  maxAttempts?: number;
}
export interface StackOutputs {
  EventBusName: string; ApiUrl: string; IngestQueueUrl: string; DeadLetterQueueUrl: string; NightArn: string;
  LedgerTable: string; CustomersTable: string; ReadingsTable: string; ReportingCurrency: string; TimeZone: string;
  /** The business settings as they were deployed, as JSON. */
  Settings: string;
}
export interface Stack {
  name: string;
  settings: ClientSettings;
  outputs: StackOutputs;
}

/** Where the laptop's AWS-shaped endpoint is. */
export function laptopUrl(environment: NodeJS.ProcessEnv): string {
  return environment['AWS_ENDPOINT_URL'] || laptopEndpoint;
}

/** Settings for a client of the laptop, where any credentials do, or of a deployed stack. */
export function clientSettings(stackName: string | undefined, environment: NodeJS.ProcessEnv): ClientSettings {
  if (stackName !== undefined) return { maxAttempts: 6 };
  return {
    endpoint: laptopUrl(environment), region: environment['AWS_REGION'] ?? 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 6,
  };
}

/** Finds the stack by its outputs, on the laptop when no name is given. Throws UnusableInput or CommandFailed in one line. */
export async function findStack(stackName: string | undefined, environment: NodeJS.ProcessEnv): Promise<Stack> {
  return describeStack(stackName ?? laptopStack, clientSettings(stackName, environment));
}

/** Reads the outputs of a stack. Throws UnusableInput or CommandFailed in one line. */
export async function describeStack(name: string, settings: ClientSettings): Promise<Stack> {
  // Told at once when nothing listens: with retries the person would wait for seconds.
  const cloudFormation = new CloudFormationClient({ ...settings, maxAttempts: settings.endpoint === undefined ? 6 : 1 });
  const outputs = new Map<string, string>();
  try {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }));
    for (const { OutputKey, OutputValue } of Stacks?.[0]?.Outputs ?? []) outputs.set(OutputKey ?? '', OutputValue ?? '');
  } catch (error) {
    if (isUnreachable(error)) throw new CommandFailed(unreachable(settings.endpoint));
    throw new UnusableInput(`cannot read stack ${name}: ${firstLine(error)}`);
  } finally {
    cloudFormation.destroy();
  }
  const output = (key: keyof StackOutputs): string => {
    const value = outputs.get(key);
    if (value === undefined) throw new UnusableInput(`stack ${name} has no output ${key}; is it a Guibin stack of this version?`);
    return value;
  };
  return {
    name, settings,
    outputs: {
      EventBusName: output('EventBusName'), ApiUrl: output('ApiUrl'), IngestQueueUrl: output('IngestQueueUrl'),
      DeadLetterQueueUrl: output('DeadLetterQueueUrl'), NightArn: output('NightArn'), LedgerTable: output('LedgerTable'),
      CustomersTable: output('CustomersTable'), ReadingsTable: output('ReadingsTable'),
      ReportingCurrency: output('ReportingCurrency'), TimeZone: output('TimeZone'), Settings: output('Settings'),
    },
  };
}

/** What to say when nothing answers. */
export function unreachable(endpoint: string | undefined): string {
  return endpoint === undefined ? 'AWS cannot be reached; check the network and AWS_REGION' : `nothing answers at ${endpoint}; start it with npm start`;
}

/** True for an error that means that nobody listens at the other end. */
export function isUnreachable(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && ['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code)) return true;
  return cause !== undefined && cause !== null && cause !== error && isUnreachable(cause);
}

/** The first line of an error's message. */
export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message || error.name : String(error)).split('\n')[0]!;
}
