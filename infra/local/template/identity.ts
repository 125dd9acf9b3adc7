import { UnsupportedTemplateError } from '../errors.ts';
import { INERT_TYPES } from './inert.ts';

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';

/** Where the laptop answers: the API with portal and widgets, and the AWS-shaped endpoint. */
export interface Addresses {
  /** For instance `http://127.0.0.1:4400`. */
  api: string;
  /** For instance `http://127.0.0.1:4401`. */
  endpoint: string;
}

interface Resource {
  type: string;
  logicalId: string;
  /** The name given in the template, else one made of stack and logical id. */
  name: string;
}
type Attributes = Record<string, string>;

/** Property that holds the physical name of each type that has one. */
export const NAME_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::Scheduler::Schedule': 'Name',
};

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

const table = ({ name }: Resource): Attributes => ({ Ref: name, Arn: arn('dynamodb', `table/${name}`) });
const byLogicalId = ({ logicalId }: Resource): Attributes => ({ Ref: logicalId });

const ATTRIBUTES: Readonly<Record<string, (resource: Resource, at: Addresses) => Attributes>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Events::EventBus': ({ name }) => ({ Ref: name, Name: name, Arn: arn('events', `event-bus/${name}`) }),
  'AWS::Events::Rule': ({ name }) => ({ Ref: name, Arn: arn('events', `rule/${name}`) }),
  'AWS::SQS::Queue': ({ name }, at) => {
    const url = `${at.endpoint}/${ACCOUNT}/${name}`;
    return { Ref: url, QueueUrl: url, QueueName: name, Arn: arn('sqs', name) };
  },
  'AWS::Lambda::Function': ({ name }) => ({ Ref: name, Arn: arn('lambda', `function:${name}`) }),
  'AWS::Lambda::EventSourceMapping': byLogicalId,
  'AWS::StepFunctions::StateMachine': ({ name }) => {
    const machine = arn('states', `stateMachine:${name}`);
    return { Ref: machine, Arn: machine, Name: name };
  },
  'AWS::Scheduler::Schedule': ({ name }) => ({ Ref: name, Arn: arn('scheduler', `schedule/default/${name}`) }),
  'AWS::ApiGatewayV2::Api': ({ logicalId }, at) => ({ Ref: logicalId, ApiId: logicalId, ApiEndpoint: at.api }),
  'AWS::ApiGatewayV2::Route': byLogicalId,
  'AWS::ApiGatewayV2::Integration': byLogicalId,
  'AWS::ApiGatewayV2::Authorizer': byLogicalId,
  'AWS::ApiGatewayV2::Stage': () => ({ Ref: '$default' }),
  'AWS::CloudFront::ResponseHeadersPolicy': byLogicalId,
  'Custom::CDKBucketDeployment': byLogicalId,
  'AWS::CloudFront::Distribution': ({ logicalId }, at) => ({ Ref: logicalId, Id: logicalId, DomainName: new URL(at.api).host }),
};

/** What `Ref` and `Fn::GetAtt` give for a resource; throws an UnsupportedTemplateError for a type or attribute that is not known. */
export function attributeOf(resource: Resource, attribute: string, at: Addresses): string {
  const attributes = ATTRIBUTES[resource.type]?.(resource, at);
  const value = attributes?.[attribute];
  if (value !== undefined) return value;
  // Nothing that runs depends on what an inert resource is called, but a role's ARN may be written into a rule.
  if (resource.type in INERT_TYPES) return attribute === 'Ref' ? resource.name : arn('inert', `${resource.name}/${attribute}`);
  throw new UnsupportedTemplateError(`${resource.logicalId} (${resource.type}) has no attribute ${attribute} on a laptop`);
}

/** Whether a service of the laptop runs resources of this type. */
export function isRunningType(type: string): boolean {
  return type in ATTRIBUTES;
}

/** Addresses that AWS would serve by HTTPS under its own names, rewritten to where the laptop serves them. */
export function toLocalAddress(text: string, at: Addresses): string {
  return text
    .replaceAll(/https:\/\/[A-Za-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com/g, at.api)
    .replaceAll(`https://${new URL(at.api).host}`, at.api);
}
