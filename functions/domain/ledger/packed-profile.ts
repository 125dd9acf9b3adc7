import { emptyProfile, type Profile } from '../history.ts';
import type { ByteReader, ByteWriter } from './byte-stream.ts';
import type { Channel } from './facts.ts';

const channels: readonly Channel[] = ['call', 'email', 'post', 'sms', 'wechat'];
const genders: readonly NonNullable<Profile['gender']>[] = ['female', 'male', 'other'];
const languages: readonly NonNullable<Profile['language']>[] = ['zh-CN', 'zh-TW', 'en'];
const ways: readonly NonNullable<Profile['obtained']>[] = ['paid', 'free-by-ticket', 'partner', 'referral', 'event', 'first-purchase'];

/** Writes the profile within a packed history; one of which nothing is known takes a single byte. */
export function writeProfile(out: ByteWriter, profile: Profile): void {
  const known = !isEmpty(profile);
  out.unsigned(Number(known));
  if (!known) return;
  for (const text of [profile.name, profile.region, profile.ageBand, profile.enrolledBy]) out.text(text ?? '');
  out.optional(profile.phoneEnd === null ? null : Number(profile.phoneEnd));
  out.optional(profile.birthYear);
  out.unsigned(profile.gender === null ? 0 : genders.indexOf(profile.gender) + 1);
  out.unsigned(profile.obtained === null ? 0 : ways.indexOf(profile.obtained) + 1);
  out.unsigned(profile.hardFilled);
  out.unsigned(profile.softFilled);
  out.list(profile.consent, (channel) => out.unsigned(channels.indexOf(channel)));
  out.unsigned(profile.preferredChannel === null ? 0 : channels.indexOf(profile.preferredChannel) + 1);
  out.unsigned(profile.language === null ? 0 : languages.indexOf(profile.language) + 1);
  out.list(profile.favourites, (category) => out.text(category));
}

/** Reads what writeProfile wrote. */
export function readProfile(source: ByteReader): Profile {
  if (source.unsigned() === 0) return emptyProfile;
  const name = source.text() || null;
  const region = source.text() || null;
  const ageBand = source.text() || null;
  const enrolledBy = source.text() || null;
  const phoneEnd = source.optional()?.toString().padStart(4, '0') ?? null;
  return {
    name, phoneEnd, region, ageBand, enrolledBy,
    birthYear: source.optional(), gender: genders[source.unsigned() - 1] ?? null, obtained: ways[source.unsigned() - 1] ?? null,
    hardFilled: source.unsigned(), softFilled: source.unsigned(),
    consent: source.list(() => channels[source.unsigned()]!), preferredChannel: channels[source.unsigned() - 1] ?? null,
    language: languages[source.unsigned() - 1] ?? null,
    favourites: source.list(() => source.text()),
  };
}

function isEmpty({ consent, favourites, hardFilled, softFilled, ...rest }: Profile): boolean {
  return consent.length === 0 && favourites.length === 0 && hardFilled === 0 && softFilled === 0 && Object.values(rest).every((value) => value === null);
}
