import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Resource } from './lambda-function.ts';

/** What a function may do with a table. Transactions are made of these same actions. */
export const read = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan'] as const;
export const readOne = ['dynamodb:GetItem'] as const;
/** Adding in batches, and finding and taking out what belongs to an erased customer. */
export const addAndErase = ['dynamodb:Query', 'dynamodb:BatchWriteItem'] as const;
export const readAndWrite = [
  ...read, 'dynamodb:PutItem', 'dynamodb:BatchWriteItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem',
] as const;

/** The ledger of facts, one item per customer, and everything that a night publishes. */
export class Tables extends Construct {
  readonly ledger: Resource;
  readonly customers: Resource;
  readonly readings: Resource;

  constructor(scope: Construct, id: string, props: { deletionProtection: boolean }) {
    super(scope, id);
    const table = (name: string, timeToLiveAttribute?: string): Resource => {
      const { tableName, tableArn } = new Table(this, name, {
        partitionKey: { name: 'pk', type: AttributeType.STRING },
        sortKey: { name: 'sk', type: AttributeType.STRING },
        billingMode: BillingMode.PAY_PER_REQUEST,
        encryption: TableEncryption.AWS_MANAGED,
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        deletionProtection: props.deletionProtection,
        removalPolicy: RemovalPolicy.RETAIN,
        ...(timeToLiveAttribute === undefined ? {} : { timeToLiveAttribute }),
      });
      return { name: tableName, arn: tableArn };
    };
    // Facts have no such attribute; notes of what arrived do.
    this.ledger = table('Ledger', 'expiresAt');
    this.customers = table('Customers');
    this.readings = table('Readings', 'expiresAt');
  }
}
