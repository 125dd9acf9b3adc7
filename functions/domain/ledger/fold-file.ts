import { compareText } from '../compare-text.ts';
import type { Profile } from '../history.ts';
import type { Channel, HardFile, ProfileFields, SoftFile } from './facts.ts';
import type { KeptTicket } from './kept-tickets.ts';
import type { DatedFact } from './known-facts.ts';

/** What the chain knows about a person: the latest word on each field. */
export interface CustomerFile {
  hard: HardFile;
  soft: SoftFile;
  obtained: ProfileFields['obtained'] | null;
  /** The associate who enrolled her. */
  enrolledBy: string | null;
  language: ProfileFields['language'] | null;
  preferredChannel: Channel | null;
  region: string | null;
  consent: Partial<Record<Channel, boolean>>;
  /** Units kept by category, most first; at most five. */
  favourites: { category: string; units: number }[];
}

const favouritesKept = 5;
/** Fields of the hard file that people fill in; spend and items bought the ledger knows by itself. */
const hardFields = ['name', 'gender', 'birthDate', 'phone', 'email', 'address', 'size'] as const;
const softFields = ['job', 'family', 'character', 'buyingHabits', 'taste', 'leisure', 'lifestyle', 'serviceStyle', 'promotionAttitude', 'values'] as const;
const hardWeight = 0.2;
const softWeight = 0.8;

/** Folds the profile facts of a customer, which are in the order they happened, field by field, the latest winning. */
export function foldFile(known: readonly DatedFact[], tickets: readonly KeptTicket[]): CustomerFile {
  const file: CustomerFile = { hard: {}, soft: {}, obtained: null, enrolledBy: null, language: null, preferredChannel: null, region: null, consent: {}, favourites: favouritesOf(tickets) };
  for (const { fact } of known) {
    if (fact.kind !== 'CustomerEnrolled' && fact.kind !== 'CustomerUpdated') continue;
    Object.assign(file.hard, fact.hard);
    Object.assign(file.soft, fact.soft);
    Object.assign(file.consent, fact.consent);
    file.obtained = fact.obtained ?? file.obtained;
    file.language = fact.language ?? file.language;
    file.preferredChannel = fact.preferredChannel ?? file.preferredChannel;
    file.region = fact.region ?? file.region;
    if (fact.kind === 'CustomerEnrolled') file.enrolledBy ??= fact.associateId ?? null;
  }
  return file;
}

/** How many fields of the hard and of the soft file are filled. */
export function filledFields({ hard, soft }: Pick<CustomerFile, 'hard' | 'soft'>): Pick<Profile, 'hardFilled' | 'softFilled'> {
  const filled = <K extends string>(fields: readonly K[], from: Partial<Record<K, unknown>>) => fields.filter((field) => from[field] !== undefined && from[field] !== '').length;
  return { hardFilled: filled(hardFields, hard), softFilled: filled(softFields, soft) };
}

/** How complete a file is, 0–1: 0.2 × share of hard fields filled + 0.8 × share of soft fields filled. */
export function completenessOf({ hardFilled, softFilled }: Pick<Profile, 'hardFilled' | 'softFilled'>): number {
  return (hardWeight * hardFilled) / hardFields.length + (softWeight * softFilled) / softFields.length;
}

function favouritesOf(tickets: readonly KeptTicket[]): CustomerFile['favourites'] {
  const units = new Map<string, number>();
  for (const { categories } of tickets) {
    for (const { category, units: kept } of categories) units.set(category, (units.get(category) ?? 0) + kept);
  }
  return [...units]
    .map(([category, count]) => ({ category, units: count }))
    .sort((a, b) => b.units - a.units || compareText(a.category, b.category))
    .slice(0, favouritesKept);
}
