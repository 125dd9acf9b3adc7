import { contactSettingsOf, type ContactSettingsDocument } from '../domain/contacts/settings-document.ts';
import type { ContactSettings } from '../domain/contacts/settings.ts';
import type { Exchange } from '../domain/money.ts';
import type { Documents } from '../ports.ts';
import type { Remembered } from './remembered.ts';
import type { View } from './view.ts';

export interface ContactRulesWorld { contactSettings: Documents<ContactSettingsDocument>; exchange: Exchange; remembered: Remembered }

/** The contact settings that the run of a view went by; a version never changes. */
export function contactRules({ run: { saved } }: View, { contactSettings, exchange, remembered }: ContactRulesWorld): Promise<ContactSettings> {
  const { contactSettingsVersion: version = 1, run: { settings: { lifecycle } } } = saved;
  return remembered.get(`contact settings ${version} ${saved.run.asOf}`, async () => contactSettingsOf(await contactSettings.version(version), { currency: exchange.reportingCurrency, lifecycle }));
}
