import { Stack, Validations } from 'aws-cdk-lib';
import type { CfnElement } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts security findings on a construct and all below it, each by its exact id and for one stated reason. */
export function accept(construct: IConstruct, reason: string, ...ids: string[]): void {
  Validations.of(construct).acknowledge(...ids.map((id) => ({ id: `AwsSolutions-${id}`, reason })));
}

/** How the rules write a resource's attribute: `<LogicalId.Arn>`. */
export function attributeInFinding(construct: IConstruct, attribute: string): string {
  return `<${Stack.of(construct).getLogicalId(construct.node.defaultChild as CfnElement)}.${attribute}>`;
}
