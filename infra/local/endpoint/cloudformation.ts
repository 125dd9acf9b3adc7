import { ACCOUNT, REGION } from '../template/identity.ts';
import type { Stack } from '../template/stack.ts';

const NAMESPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

/** CloudFormation's DescribeStacks over the Query protocol, for the one stack there is. */
export function createCloudFormation(stack: Stack, startedAt: Date): (form: URLSearchParams) => { status: number; xml: string } {
  return (form) => {
    const action = form.get('Action');
    if (action !== 'DescribeStacks') return { status: 400, xml: fault('InvalidAction', `The laptop does not know the action ${action}`) };
    const asked = form.get('StackName');
    if (asked && asked !== stack.name && !asked.includes(`:stack/${stack.name}/`)) {
      return { status: 400, xml: fault('ValidationError', `Stack with id ${asked} does not exist`) };
    }
    const members = [
      element('StackName', stack.name),
      element('StackId', `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack.name}/local`),
      element('StackStatus', 'CREATE_COMPLETE'),
      element('CreationTime', startedAt.toISOString()),
      list('Parameters', Object.entries(stack.parameters).map(([key, value]) => element('ParameterKey', key) + element('ParameterValue', value))),
      list('Outputs', stack.outputs.map(({ key, value, description }) => element('OutputKey', key) + element('OutputValue', value) + (description ? element('Description', description) : ''))),
    ];
    return { status: 200, xml: `<DescribeStacksResponse xmlns="${NAMESPACE}"><DescribeStacksResult>${list('Stacks', [members.join('')])}</DescribeStacksResult></DescribeStacksResponse>` };
  };
}

function fault(code: string, message: string): string {
  return `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type>${element('Code', code)}${element('Message', message)}</Error></ErrorResponse>`;
}

function list(name: string, members: string[]): string {
  return `<${name}>${members.map((member) => `<member>${member}</member>`).join('')}</${name}>`;
}

function element(name: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${name}>${escaped}</${name}>`;
}
