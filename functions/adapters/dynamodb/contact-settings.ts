import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { defaultContactDocument, type ContactSettingsDocument } from '../../domain/contacts/settings-document.ts';
import { ContactSettingsChanged } from '../../domain/errors.ts';
import { DynamoDocuments } from './documents.ts';

/** Contact settings by version. */
export class DynamoContactSettings extends DynamoDocuments<ContactSettingsDocument> {
  constructor(client: DynamoDBClient, table: string) {
    super(client, table, { name: 'contact-settings', otherwise: defaultContactDocument, changed: (version) => new ContactSettingsChanged(version) });
  }
}
