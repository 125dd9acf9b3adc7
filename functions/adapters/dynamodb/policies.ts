import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PolicyChanged } from '../../domain/errors.ts';
import type { Policy } from '../../domain/tiers/policy.ts';
import { defaultPolicy } from '../../domain/tiers/presets.ts';
import { DynamoDocuments } from './documents.ts';

/** Tier policies by version. */
export class DynamoPolicies extends DynamoDocuments<Policy> {
  constructor(client: DynamoDBClient, table: string) {
    super(client, table, { name: 'policy', otherwise: defaultPolicy, changed: (version) => new PolicyChanged(version) });
  }
}
