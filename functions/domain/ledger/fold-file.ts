import type { Day } from '../calendar.ts';
import type { Channel, Fact, HardFile, ProfileFields, SoftFile } from './facts.ts';
import type { FoldSettings } from './fold-history.ts';
import { keptTickets } from './kept-tickets.ts';

/** What the chain knows about a person: the latest word on each field. */
export interface CustomerFile {
  hard: HardFile;
  soft: SoftFile;
  obtained: ProfileFields['obtained'] | null;
  language: ProfileFields['language'] | null;
  preferredChannel: Channel | null;
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

/** Folds the profile facts of a customer up to the as-of date, field by field, the latest winning. */
export function foldFile(facts: readonly Fact[], customerId: string, asOf: Day, settings: FoldSettings): CustomerFile {
  const file: CustomerFile = { hard: {}, soft: {}, obtained: null, language: null, preferredChannel: null, consent: {}, favourites: [] };
  const visible = facts
    .map((fact) => ({ fact, at: Date.parse(fact.occurredAt) }))
    .filter(({ at }) => settings.calendar.dayOf(at) <= asOf)
    .sort((a, b) => a.at - b.at || (a.fact.id < b.fact.id ? -1 : 1));
  for (const { fact } of visible) {
    if (fact.kind !== 'CustomerEnrolled' && fact.kind !== 'CustomerUpdated') continue;
    Object.assign(file.hard, fact.hard);
    Object.assign(file.soft, fact.soft);
    Object.assign(file.consent, fact.consent);
    file.obtained = fact.obtained ?? file.obtained;
    file.language = fact.language ?? file.language;
    file.preferredChannel = fact.preferredChannel ?? file.preferredChannel;
  }
  file.favourites = favouritesOf(facts, customerId, asOf, settings);
  return file;
}

/** How complete a file is, 0–1: 0.2 × share of hard fields filled + 0.8 × share of soft fields filled. */
export function completenessOf({ hard, soft }: CustomerFile): number {
  const filled = <K extends string>(fields: readonly K[], from: Partial<Record<K, unknown>>) =>
    fields.filter((field) => from[field] !== undefined && from[field] !== '').length / fields.length;
  return hardWeight * filled(hardFields, hard) + softWeight * filled(softFields, soft);
}

function favouritesOf(facts: readonly Fact[], customerId: string, asOf: Day, settings: FoldSettings): CustomerFile['favourites'] {
  const units = new Map<string, number>();
  for (const { goods } of keptTickets(facts, customerId, asOf, settings)) {
    for (const { line: { category }, kept } of goods.keptLines()) {
      if (category !== undefined) units.set(category, (units.get(category) ?? 0) + kept);
    }
  }
  return [...units]
    .map(([category, count]) => ({ category, units: count }))
    .sort((a, b) => b.units - a.units || (a.category < b.category ? -1 : 1))
    .slice(0, favouritesKept);
}
