import { formatDay, parseDay } from '../calendar.ts';
import type { LifecycleSettings } from '../lifecycle/settings.ts';
import { defaultContactSettings, type Campaign, type ContactSettings } from './settings.ts';

/** The contact settings as a chain saves them, version by version: dates are ISO dates, and what the chain says elsewhere is left out. */
export interface ContactSettingsDocument extends Omit<ContactSettings, 'currency' | 'lifecycle' | 'campaigns'> {
  version: number;
  campaigns: readonly (Omit<Campaign, 'day'> & { day: string })[];
}

/** What the plan takes from elsewhere: the reporting currency, from what silence on somebody is to be won back, and who is held back from it. */
export interface ContactSurroundings { currency: string; lifecycle: LifecycleSettings }

/** The document of a chain that has saved none. */
export const defaultContactDocument: ContactSettingsDocument = documentOf(defaultContactSettings);

/** A document as the plan reads it. */
export function contactSettingsOf({ version: _version, campaigns, ...rest }: ContactSettingsDocument, { currency, lifecycle }: ContactSurroundings): ContactSettings {
  return { ...rest, currency, lifecycle, campaigns: campaigns.map((campaign) => ({ ...campaign, day: parseDay(campaign.day) })) };
}

function documentOf({ currency: _currency, lifecycle: _lifecycle, campaigns, ...rest }: ContactSettings): ContactSettingsDocument {
  return { version: 1, ...rest, campaigns: campaigns.map((campaign) => ({ ...campaign, day: formatDay(campaign.day) })) };
}
