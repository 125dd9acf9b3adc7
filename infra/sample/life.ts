import type { Day } from '../../functions/domain/calendar.ts';
import { complain, feltDuring, survey } from './after-sale.ts';
import { markdown } from './goods.ts';
import type { Journal } from './journal.ts';
import { KeepingInTouch } from './keeping-in-touch.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import type { Shop } from './shops.ts';
import { writeTicket } from './ticket.ts';
import type { TradingDays } from './trading-days.ts';

const silenceNoticed = 150;
const elsewhere = 0.07;
/** How a visit that felt bad, or a complaint left open, multiplies the chance that it was the last. */
const afterBadVisit = 2.2;
const afterGoodVisit = 0.75;
const afterOpenComplaint = 4;

/** Everything that happens to one member from her enrolment on. */
export function live(random: Random, journal: Journal, person: Person, shops: readonly Shop[], days: TradingDays): void {
  const { customerId, shop, enrolledOn, obtained, profile, habits } = person;
  journal.note('CustomerEnrolled', enrolledOn, 10 * 60 + random.whole(0, 20), { id: `EN-${customerId}`, storeId: shop.storeId, customerId, obtained, ...profile });
  const touch = new KeepingInTouch(random, journal, person);
  touch.welcome();
  let day: Day | undefined = person.buysOnEnrolment ? enrolledOn : nextVisit(random, person, enrolledOn, days);
  let lastVisit: Day = enrolledOn;
  while (day !== undefined) {
    const where = random.chance(elsewhere) ? random.pick(shops) : shop;
    const associateId = where === shop && random.chance(0.6) ? person.associate.associateId : random.pick(where.associates).associateId;
    const ticket = writeTicket(random, journal, day, { customerId, habits, shop: where, associateId });
    const felt = feltDuring(random, where, (day - days.first) / (days.last - days.first));
    survey(random, journal, person, ticket, felt);
    const leftOpen = complain(random, journal, person, ticket, felt);
    touch.afterSale(ticket);
    lastVisit = day;
    const mood = leftOpen ? afterOpenComplaint : felt < 0.55 ? afterBadVisit : felt > 0.85 ? afterGoodVisit : 1;
    day = random.chance(Math.min(0.95, habits.dropOut * mood)) ? undefined : nextVisit(random, person, day, days);
  }
  touch.winBack(lastVisit + silenceNoticed);
  touch.birthday();
}

function nextVisit(random: Random, { habits }: Person, after: Day, days: TradingDays): Day | undefined {
  const planned = days.after(after, random.exponential(1 / habits.purchaseRate));
  if (planned === undefined) return undefined;
  const day = Math.max(planned, after + 1);
  // Who looks for bargains waits for the sale when one is near.
  if (random.chance(habits.bargains)) for (let wait = day; wait < day + 25 && wait <= days.last; wait++) if (markdown(wait) < 1) return wait;
  return day > days.last ? undefined : day;
}
