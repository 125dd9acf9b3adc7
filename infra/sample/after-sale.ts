import type { Day } from '../../functions/domain/calendar.ts';
import type { Journal } from './journal.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import type { Shop } from './shops.ts';
import type { Ticket } from './ticket.ts';

const surveyedShare = 0.3;
const subjects = ['尺码不符', '开线', '掉色', '退换不便', '服务态度', '到货太慢', '积分错误'];

/** How good a visit felt, 0 to 1; a shop with trouble gets worse as time goes by. `timeShare` runs from 0 to 1. */
export function feltDuring(random: Random, { service }: Shop, timeShare: number): number {
  const drift = service < 0 ? 0.3 + 1.2 * timeShare : 1;
  return Math.min(1, Math.max(0, 0.79 + 0.25 * service * drift + 0.16 * random.normal()));
}

/** Asks some customers how it was; the answer follows how it felt. */
export function survey(random: Random, journal: Journal, person: Person, { id, day, storeId, associateId }: Ticket, felt: number): void {
  if (!random.chance(surveyedShare)) return;
  const metric = random.chance(0.6) ? 'csat' : 'nps';
  const about = { storeId, customerId: person.customerId, associateId, metric, saleId: id };
  journal.note('SurveySent', day + 1, 10 * 60, { id: `V-${id}`, ...about });
  // Who is very pleased or not at all answers more often.
  if (!random.chance(0.3 + 0.5 * Math.abs(felt - 0.6))) return;
  const said = Math.min(1, Math.max(0, felt + 0.07 * random.normal()));
  const score = metric === 'csat' ? 1 + Math.round(4 * said) : Math.round(10 * said);
  journal.note('SurveyAnswered', day + 1, 10 * 60 + Math.round(random.exponential(900)) + 5, { id: `V-${id}`, ...about, score });
}

/** What a bad visit may lead to: a complaint with its clock. True when it was left unresolved. */
export function complain(random: Random, journal: Journal, person: Person, { id, day, minute, storeId, associateId }: Ticket, felt: number): boolean {
  if (!random.chance(felt < 0.5 ? 0.4 : 0.012)) return false;
  const about = { storeId, customerId: person.customerId, associateId };
  const complaintId = `K-${id}`;
  const steps = { at: minute + random.whole(1, 4) * 1_440 };
  const later = (hours: number) => Math.round(steps.at += Math.max(5, random.exponential(hours * 60)));
  const step = (type: 'ComplaintAnswered' | 'ComplaintResolved' | 'ComplaintReopened', hours: number, suffix: string) =>
    journal.note(type, day, later(hours), { id: `${complaintId}-${suffix}`, complaintId, ...about });

  if (!journal.note('ComplaintOpened', day, steps.at, { id: complaintId, ...about, saleId: id, subject: random.pick(subjects) })) return true;
  if (!random.chance(0.95) || !step('ComplaintAnswered', person.shop.answerHours, 'answered')) return true;
  if (!random.chance(person.shop.service < 0 ? 0.6 : 0.88) || !step('ComplaintResolved', person.shop.answerHours * 3, 'resolved')) return true;
  askAboutEffort(random, journal, person, day, steps.at, complaintId);
  if (!random.chance(0.1) || !step('ComplaintReopened', 60, 'reopened')) return false;
  return !random.chance(0.7) || !step('ComplaintResolved', 48, 'resolved-again');
}

function askAboutEffort(random: Random, journal: Journal, { customerId, shop, associate }: Person, day: Day, minute: number, complaintId: string): void {
  const about = { id: `E-${complaintId}`, storeId: shop.storeId, customerId, associateId: associate.associateId, metric: 'ces' };
  journal.note('SurveySent', day, minute + 60, about);
  if (random.chance(0.5)) journal.note('SurveyAnswered', day, minute + 400, { ...about, score: Math.min(7, Math.max(1, Math.round(5 + 2 * shop.service + 1.3 * random.normal()))) });
}
