import { parseDay, formatDay, type Day } from '../../functions/domain/calendar.ts';
import { Journal, instant, type SampleEvent } from './journal.ts';
import { live } from './life.ts';
import { drawHabits, drawPerson, type Person } from './people.ts';
import { Random } from './random.ts';
import { shops } from './shops.ts';
import { writeTicket } from './ticket.ts';
import { TradingDays } from './trading-days.ts';
import { softAnswers } from './names.ts';

export const sampleCustomers = 3_000;
const daysOfHistory = 730;
const walkInShare = 0.35;
const overrides = 6;
const visits = 60;
const corrections = 15;
const duplicates = 25;

/**
 * The invented chain: six shops, 3,000 members and walk-ins over the two years that end the day before `today` (`YYYY-MM-DD`), in the order in which it happened.
 * The same seed and day give the same events.
 */
export function sampleEvents({ seed, today }: { seed: number; today: string }): SampleEvent[] {
  const last = parseDay(today) - 1;
  const days = new TradingDays(last - daysOfHistory + 1, last);
  const journal = new Journal(last);
  const people = Array.from({ length: sampleCustomers }, (_, at) => drawPerson(new Random(seed, at + 1), at + 1, shops, days));
  people.forEach((person, at) => { live(new Random(seed, 100_000 + at), journal, person, shops, days); });
  const random = new Random(seed, 0);
  walkIns(random, journal, days);
  people.forEach((person) => { changeFile(random, journal, person); });
  refer(random, journal, people);
  override(random, journal, people);
  lookIn(new Random(seed, 200_000), journal, people);
  const events = journal.events.sort((a, b) => (a.detail.occurredAt < b.detail.occurredAt ? -1 : a.detail.occurredAt > b.detail.occurredAt ? 1 : 0));
  return [...events, ...secondThoughts(random, events, last)];
}

function walkIns(random: Random, journal: Journal, days: TradingDays): void {
  const byMembers = journal.events.filter((event) => event['detail-type'] === 'SaleRecorded').length;
  const count = Math.round((byMembers * walkInShare) / (1 - walkInShare));
  for (let at = 0; at < count; at++) {
    const shop = random.pickWeighted(shops, ({ trade }) => trade);
    writeTicket(random, journal, days.atShare(random.uniform()), { habits: drawHabits(random), shop, associateId: random.pick(shop.associates).associateId });
  }
}

/** Files grow: an answer learned later, a new size, a colleague who takes over. */
function changeFile(random: Random, journal: Journal, { customerId, shop, enrolledOn, associate }: Person): void {
  if (!random.chance(0.17)) return;
  const day = enrolledOn + random.whole(10, 400);
  const change = random.chance(0.12)
    ? { associateId: random.pick(shop.associates.filter((other) => other !== associate)).associateId }
    : { associateId: associate.associateId, soft: { taste: random.pick(softAnswers.taste), leisure: random.pick(softAnswers.leisure) } };
  journal.note('CustomerUpdated', day, 20 * 60, { id: `UP-${customerId}`, storeId: shop.storeId, customerId, ...change });
}

function refer(random: Random, journal: Journal, people: readonly Person[]): void {
  for (const person of people) {
    if (person.obtained !== 'referral') continue;
    const friends = people.filter((other) => other.shop === person.shop && other.enrolledOn < person.enrolledOn);
    if (friends.length === 0) continue;
    const { customerId } = random.pick(friends);
    journal.note('ReferralMade', person.enrolledOn, 10 * 60 + 30, { id: `RF-${person.customerId}`, storeId: person.shop.storeId, customerId, referredCustomerId: person.customerId });
  }
}

function override(random: Random, journal: Journal, people: readonly Person[]): void {
  for (let at = 0; at < overrides; at++) {
    const { customerId, shop: { storeId }, enrolledOn } = random.pick(people);
    const day: Day = Math.max(enrolledOn + 1, journal.last - random.whole(5, 120));
    journal.note('TierOverridden', day, 17 * 60, {
      id: `OV-${customerId}`, storeId, customerId, tier: 'gold', author: `manager-${storeId}`, reason: random.pick(['投诉补偿', '社区影响力', '新店开业邀请']), expiresOn: formatDay(journal.last + random.whole(20, 90)),
    });
  }
}

/** Members who came in on the last days and bought nothing, as the associates noted. */
function lookIn(random: Random, journal: Journal, people: readonly Person[]): void {
  for (let at = 0; at < visits; at++) {
    const { customerId, shop: { storeId }, associate: { associateId } } = random.pick(people);
    journal.note('ContactMade', journal.last - random.whole(0, 6), random.whole(10, 20) * 60 + random.whole(0, 59), { id: `LI-${at}`, storeId, customerId, associateId, purpose: 'visit', channel: 'store' });
  }
}

/** What tills do: some tickets are sent twice, and some are put right the day after. */
function secondThoughts(random: Random, events: readonly SampleEvent[], last: Day): SampleEvent[] {
  const sales = events.filter((event) => event['detail-type'] === 'SaleRecorded');
  const twice = Array.from({ length: duplicates }, () => random.pick(events));
  const corrected = Array.from({ length: corrections }, (_, at) => {
    const { detail } = sales[Math.floor(((at + 0.5) / corrections) * sales.length)]!;
    const [first, ...rest] = detail['lines'] as { unitPrice: number }[];
    const lines = [{ ...first!, unitPrice: Math.round(first!.unitPrice * 0.9) }, ...rest];
    return { 'detail-type': 'SaleRecorded' as const, detail: { ...detail, version: 2, recordedAt: instant(Math.min(last, parseDay(detail.occurredAt.slice(0, 10)) + 1), 23 * 60), lines } };
  });
  return [...twice, ...corrected];
}
