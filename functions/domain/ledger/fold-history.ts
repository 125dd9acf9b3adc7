import { compareText } from '../compare-text.ts';
import type { BusinessCalendar, Day } from '../calendar.ts';
import { parseDay } from '../calendar.ts';
import { emptyHistory, type Complaint, type History, type Purchase, type ReturnedGoods } from '../history.ts';
import type { Exchange } from '../money.ts';
import type { Fact, SaleRecorded, SaleReturned } from './facts.ts';
import { addGoods, emptyGoods, TicketGoods, type Excludes } from './kept-goods.ts';

/** What folding needs to know besides the facts. */
export interface FoldSettings { calendar: BusinessCalendar; exchange: Exchange; excludes: Excludes }

/** A fact with the business day it happened on. */
interface Dated { fact: Fact; at: number; day: Day }

/**
 * Folds the resolved facts of one partition into what was known about its customer at the end of the as-of date.
 * Facts after that date are invisible; a return counts on the ticket it is against, from the day it happened.
 * The order of `facts` does not matter.
 */
export function foldHistory(partition: string, facts: readonly Fact[], asOf: Day, settings: FoldSettings): History {
  const history = emptyHistory(partition);
  const visible: Dated[] = [];
  for (const fact of facts) {
    const at = Date.parse(fact.occurredAt);
    const day = settings.calendar.dayOf(at);
    if (day <= asOf) visible.push({ fact, at, day });
    else history.deferredFrom = Math.min(history.deferredFrom ?? day, day);
  }
  visible.sort((a, b) => a.at - b.at || compareText(a.fact.id, b.fact.id));

  foldSales(history, partition, visible, settings);
  for (const { fact, at } of visible) if (fact.kind === 'ComplaintOpened') history.complaints.push(opened(fact, at));
  for (const dated of visible) foldOther(history, dated);
  history.homeStore ||= history.purchases.at(-1)?.storeId ?? visible[0]?.fact.storeId ?? '';
  return history;
}

function foldSales(history: History, partition: string, visible: readonly Dated[], settings: FoldSettings): void {
  const returns = new Map<string, { fact: SaleReturned; day: Day }[]>();
  for (const { fact, day } of visible) {
    if (fact.kind !== 'SaleReturned') continue;
    const known = returns.get(fact.saleId);
    if (known) known.push({ fact, day });
    else returns.set(fact.saleId, [{ fact, day }]);
  }
  const days = new Map<string, Purchase>();
  for (const { fact, day } of visible) {
    if (fact.kind !== 'SaleRecorded' || !belongsTo(fact, partition)) continue;
    const ticket = new TicketGoods(fact, day, settings.exchange, settings.excludes);
    for (const back of returns.get(fact.id) ?? []) {
      const goods = ticket.takeBack(back.fact);
      if (goods.units > 0) history.returns.push({ ...goods, soldOn: day, returnedOn: Math.max(day, back.day) });
    }
    const kept = ticket.kept();
    if (kept.units === 0) continue;
    const key = `${day}#${fact.storeId}`;
    let purchase = days.get(key);
    if (!purchase) days.set(key, purchase = { day, ...emptyGoods(fact.storeId) });
    addGoods(purchase, kept);
  }
  history.purchases = [...days.values()].sort((a, b) => a.day - b.day || compareText(a.storeId, b.storeId));
  history.returns.sort(byReturn);
}

/** A sale that a correction moved to somebody else is no longer hers. */
function belongsTo(sale: SaleRecorded, partition: string): boolean {
  return sale.customerId === undefined || sale.customerId === partition;
}

function foldOther(history: History, { fact, at, day }: Dated): void {
  switch (fact.kind) {
    case 'CustomerEnrolled':
    case 'CustomerUpdated':
      // A change of phone number made while passing another shop does not move her there; a new owner does.
      if (fact.kind === 'CustomerEnrolled' || fact.associateId !== undefined) history.homeStore = fact.storeId;
      if (fact.kind === 'CustomerEnrolled') history.enrolledOn = Math.min(history.enrolledOn ?? day, day);
      history.associateId = fact.associateId ?? history.associateId;
      history.creditRating = fact.creditRating ?? history.creditRating;
      history.standing = fact.standing ?? history.standing;
      if (fact.hard?.birthDate) history.birthday = monthAndDate(fact.hard.birthDate);
      return;
    case 'SurveySent':
      history.surveysSent.push({ day, metric: fact.metric, storeId: fact.storeId });
      return;
    case 'SurveyAnswered':
      history.answers.push({ day, metric: fact.metric, score: fact.score, scale: topOfScale(fact), storeId: fact.storeId });
      return;
    case 'ComplaintAnswered':
    case 'ComplaintResolved':
    case 'ComplaintReopened':
      foldComplaint(history.complaints.find(({ id }) => id === fact.complaintId), fact.kind, at);
      return;
    case 'ContactMade':
      history.contacts.push({ day, purpose: fact.purpose, channel: fact.channel });
      return;
    case 'VoucherRedeemed':
      if (fact.action === 'issued') history.redemptions.push({ day, points: fact.points, amount: fact.amount });
      return;
    case 'ReferralMade':
      history.referrals.push(day);
      return;
    case 'TierOverridden':
      history.overrides.push({ from: day, expiresOn: parseDay(fact.expiresOn), tier: fact.tier, author: fact.author, reason: fact.reason, factId: fact.id });
      return;
    case 'SaleRecorded':
    case 'SaleReturned':
    case 'ComplaintOpened':
    case 'CustomerErased':
      return;
  }
}

function opened(fact: { id: string; storeId: string }, at: number): Complaint {
  return { id: fact.id, storeId: fact.storeId, openedAt: at, firstAnswerAt: null, resolvedAt: null, reopened: 0 };
}

function foldComplaint(complaint: Complaint | undefined, step: string, at: number): void {
  if (!complaint) return;
  if (step === 'ComplaintReopened') {
    complaint.resolvedAt = null;
    complaint.reopened += 1;
    return;
  }
  complaint.firstAnswerAt ??= at;
  if (step === 'ComplaintResolved') complaint.resolvedAt = at;
}

function topOfScale(answer: { metric: string; scale?: number | undefined }): number {
  if (answer.metric === 'nps') return 10;
  return answer.metric === 'ces' ? 7 : (answer.scale ?? 5);
}

function monthAndDate(birthDate: string): number {
  return Number(birthDate.slice(5, 7)) * 100 + Number(birthDate.slice(8, 10));
}

function byReturn(a: ReturnedGoods, b: ReturnedGoods): number {
  return a.returnedOn - b.returnedOn || a.soldOn - b.soldOn || compareText(a.storeId, b.storeId) || a.netSpend - b.netSpend || a.units - b.units;
}
