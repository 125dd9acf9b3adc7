import type { History, Override, Purchase } from '../history.ts';
import { ByteReader, ByteWriter } from './byte-stream.ts';
import { readPurchase, readReturned, writePurchase, writeReturned } from './packed-goods.ts';
import { readProfile, writeProfile } from './packed-profile.ts';
import { readAnswer, readComplaint, readContact, readSurvey, writeAnswer, writeComplaint, writeContact, writeSurvey } from './packed-voices.ts';

/**
 * Histories as bytes: about 20 for a customer and 12 for each purchase, so that a night reads a whole chain in a few hundred reads
 * instead of one item a customer. Layout 3: histories one after another until the end.
 */
export const historyLayout = 3;

/** The bytes were written by a version of the product whose layout this one does not read. */
export class UnknownHistoryLayout extends Error {
  override readonly name = 'UnknownHistoryLayout';
  constructor(layout: number) {
    super(`history layout ${layout} is not known to this version, which reads layout ${historyLayout}; the next night makes it anew, or guibin recompute at once`);
  }
}

/** Packs histories one by one; `bytes` may be taken whenever `length` is large enough for an item. */
export class HistoryPacker {
  readonly #out = new ByteWriter();
  count = 0;

  constructor() { this.#out.unsigned(historyLayout); }

  get length(): number { return this.#out.length; }
  bytes(): Uint8Array { return this.#out.bytes(); }

  add(history: History): void {
    const out = this.#out;
    this.count += 1;
    out.text(history.customerId);
    out.text(history.homeStore);
    out.text(history.associateId ?? '');
    for (const value of [history.enrolledOn, history.birthday, history.creditRating, history.standing, history.deferredFrom]) out.optional(value);
    writeProfile(out, history.profile);
    let day = 0;
    out.list(history.purchases, (purchase) => {
      out.signed(purchase.day - day);
      day = purchase.day;
      writePurchase(out, purchase);
    });
    // Most customers have bought and nothing else: one byte says so.
    const rest = [history.returns, history.answers, history.surveysSent, history.complaints, history.contacts, history.referrals, history.overrides, history.redemptions];
    const eventful = rest.some((list) => list.length > 0);
    out.unsigned(Number(eventful));
    if (eventful) writeRest(out, history);
  }
}

/** Packs one list of histories. */
export function packHistories(histories: Iterable<History>): Uint8Array {
  const packer = new HistoryPacker();
  for (const history of histories) packer.add(history);
  return packer.bytes();
}

/** Reads packed histories one at a time. Throws UnknownHistoryLayout. */
export function* unpackHistories(bytes: Uint8Array): Generator<History> {
  const source = new ByteReader(bytes);
  const layout = source.unsigned();
  if (layout !== historyLayout) throw new UnknownHistoryLayout(layout);
  while (!source.done) yield readHistory(source);
}

function readHistory(source: ByteReader): History {
  const customerId = source.text();
  const homeStore = source.text();
  const associateId = source.text() || null;
  const enrolledOn = source.optional();
  const birthday = source.optional();
  const creditRating = source.optional();
  const standing = source.optional();
  const deferredFrom = source.optional();
  const profile = readProfile(source);
  const purchases: Purchase[] = [];
  let day = 0;
  for (let open = source.unsigned(); open > 0; open--) {
    day += source.signed();
    purchases.push(readPurchase(source, day));
  }
  const rest = source.unsigned() === 0 ? nothingElse() : readRest(source);
  return {
    customerId, homeStore, associateId, enrolledOn, birthday, profile, purchases,
    returns: rest.returns, answers: rest.answers, surveysSent: rest.surveysSent, complaints: rest.complaints, contacts: rest.contacts,
    referrals: rest.referrals, overrides: rest.overrides, redemptions: rest.redemptions,
    creditRating, standing, deferredFrom,
  };
}

type Rest = Pick<History, 'returns' | 'answers' | 'surveysSent' | 'complaints' | 'contacts' | 'referrals' | 'overrides' | 'redemptions'>;

function nothingElse(): Rest {
  return { returns: [], answers: [], surveysSent: [], complaints: [], contacts: [], referrals: [], overrides: [], redemptions: [] };
}

function writeRest(out: ByteWriter, history: Rest): void {
  out.list(history.returns, (goods) => writeReturned(out, goods));
  out.list(history.answers, (answer) => writeAnswer(out, answer));
  out.list(history.surveysSent, (survey) => writeSurvey(out, survey));
  out.list(history.complaints, (complaint) => writeComplaint(out, complaint));
  out.list(history.contacts, (contact) => writeContact(out, contact));
  out.list(history.referrals, (day) => out.unsigned(day));
  out.list(history.overrides, (override) => {
    out.unsigned(override.from);
    out.unsigned(override.expiresOn);
    for (const text of [override.tier, override.author, override.reason, override.factId]) out.text(text);
  });
  out.list(history.redemptions, ({ day, points, amount }) => {
    for (const value of [day, points, amount]) out.unsigned(value);
  });
}

function readRest(source: ByteReader): Rest {
  const returns = source.list(() => readReturned(source));
  const answers = source.list(() => readAnswer(source));
  const surveysSent = source.list(() => readSurvey(source));
  const complaints = source.list(() => readComplaint(source));
  const contacts = source.list(() => readContact(source));
  const referrals = source.list(() => source.unsigned());
  const overrides = source.list((): Override => ({
    from: source.unsigned(), expiresOn: source.unsigned(), tier: source.text(), author: source.text(), reason: source.text(), factId: source.text(),
  }));
  const redemptions = source.list(() => ({ day: source.unsigned(), points: source.unsigned(), amount: source.unsigned() }));
  return { returns, answers, surveysSent, complaints, contacts, referrals, overrides, redemptions };
}
