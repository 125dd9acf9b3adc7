import type { Profile } from '../history.ts';
import type { Channel } from './facts.ts';
import { filledFields, type CustomerFile } from './fold-file.ts';

/** What of a file goes into a history. */
export function profileOf(file: CustomerFile): Profile {
  const { hard, soft, consent } = file;
  return {
    name: hard.name || null,
    phoneEnd: phoneEndOf(hard.phone ?? ''),
    region: file.region,
    birthYear: hard.birthDate ? Number(hard.birthDate.slice(0, 4)) : null,
    ageBand: hard.ageBand || null,
    gender: hard.gender ?? null,
    obtained: file.obtained ?? null,
    enrolledBy: file.enrolledBy,
    ...filledFields({ hard, soft }),
    consent: (Object.keys(consent) as Channel[]).filter((channel) => consent[channel]).sort(),
    preferredChannel: file.preferredChannel,
    language: file.language ?? null,
    favourites: file.favourites.map(({ category }) => category),
  };
}

/** The last four digits of a phone number, however it is written; null where it has fewer. */
export function phoneEndOf(phone: string): string | null {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
  return digits.length < 4 ? null : digits.slice(-4);
}
