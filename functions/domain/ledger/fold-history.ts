import type { BusinessCalendar } from '../calendar.ts';
import { parseDay } from '../calendar.ts';
import { compareText } from '../compare-text.ts';
import { emptyHistory, type CategoryGoods, type Complaint, type History, type Origin, type Purchase, type ReturnedGoods } from '../history.ts';
import type { Fact } from './facts.ts';
import type { CustomerFile } from './fold-file.ts';
import { addGoods, emptyGoods } from './kept-goods.ts';
import type { KeptTicket } from './kept-tickets.ts';
import type { DatedFact, KnownFacts } from './known-facts.ts';
import { profileOf } from './profile-of.ts';
import { Tickets } from './tickets.ts';

/** What was known about a customer at the end of the as-of date: her tickets day by day, and what she said, was told and was given. */
export function foldHistory(partition: string, { known, deferredFrom }: KnownFacts, tickets: readonly KeptTicket[], file: CustomerFile, calendar: BusinessCalendar): History {
  const history: History = { ...emptyHistory(partition), deferredFrom, profile: profileOf(file) };
  foldTickets(history, tickets);
  const named = new Tickets(tickets);
  for (const dated of known) if (dated.fact.kind === 'ComplaintOpened') history.complaints.push(opened(dated.fact, dated, named));
  for (const dated of known) foldOther(history, dated, named, calendar);
  history.homeStore ||= history.purchases.at(-1)?.storeId ?? known[0]?.fact.storeId ?? '';
  return history;
}

function foldTickets(history: History, tickets: readonly KeptTicket[]): void {
  const days = new Map<string, Purchase>();
  for (const { sale, day, kept, categories, returns } of tickets) {
    history.returns.push(...returns);
    if (kept.units === 0) continue;
    const associateId = sale.associateId ?? null;
    const key = `${day}#${sale.storeId}#${associateId ?? ''}`;
    let purchase = days.get(key);
    if (!purchase) days.set(key, purchase = { day, ...emptyGoods(sale.storeId), associateId, categories: [] });
    addGoods(purchase, kept);
    purchase.categories = together(purchase.categories, categories);
  }
  history.purchases = [...days.values()].sort((a, b) => a.day - b.day || compareText(a.storeId, b.storeId) || compareText(a.associateId ?? '', b.associateId ?? ''));
  history.returns.sort(byReturn);
}

function together(some: readonly CategoryGoods[], more: readonly CategoryGoods[]): readonly CategoryGoods[] {
  if (some.length === 0) return more;
  const sums = new Map(some.map((goods) => [goods.category, { ...goods }]));
  for (const goods of more) {
    const sum = sums.get(goods.category);
    if (!sum) sums.set(goods.category, goods);
    else {
      sum.tickets += goods.tickets;
      sum.units += goods.units;
      sum.netSpend += goods.netSpend;
    }
  }
  return [...sums.values()].sort((a, b) => compareText(a.category, b.category));
}

function foldOther(history: History, { fact, at, day }: DatedFact, tickets: Tickets, calendar: BusinessCalendar): void {
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
      history.surveysSent.push({ metric: fact.metric, ...originOf(fact, tickets), ...ballotOf(fact, day, tickets) });
      return;
    case 'SurveyAnswered':
      history.answers.push({
        metric: fact.metric, score: fact.score, scale: topOfScale(fact), ...originOf(fact, tickets), ...ballotOf(fact, day, tickets),
        saleSpend: fact.saleId === undefined ? 0 : tickets.spendOn(fact.saleId),
      });
      return;
    case 'ComplaintAnswered':
    case 'ComplaintResolved':
    case 'ComplaintReopened':
      foldComplaint(history.complaints.find(({ id }) => id === fact.complaintId), fact.kind, at, day);
      return;
    case 'ContactMade':
      history.contacts.push({
        day, hour: Math.floor((at - calendar.startOf(day)) / 3_600_000), purpose: fact.purpose, channel: fact.channel,
        storeId: fact.storeId, associateId: fact.associateId ?? null, outcome: fact.outcome ?? null,
        planned: plannedIn(fact),
      });
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

/** The part of a contact's id after the customer's; ids that other systems gave are not of the plan. */
function plannedIn({ customerId, contactId }: Extract<Fact, { kind: 'ContactMade' }>): string | null {
  return contactId?.startsWith(`${customerId}/`) ? contactId.slice(customerId.length + 1) : null;
}

type Said = Extract<Fact, { kind: 'SurveySent' | 'SurveyAnswered' | 'ComplaintOpened' }>;

/** Who served her is who the sender names, else who made the sale it is about. */
function originOf({ storeId, associateId, saleId }: Said, tickets: Tickets): Origin {
  const sale = saleId === undefined ? null : tickets.sale(saleId);
  return { storeId, associateId: associateId ?? sale?.associateId ?? null, category: saleId === undefined ? null : tickets.mainCategory(saleId) };
}

/** An opinion about a sale belongs to the day of the sale, whenever it was given. */
function ballotOf({ countsPer, saleId }: Extract<Said, { metric: string }>, day: number, tickets: Tickets): { day: number; ballot: number } {
  if (countsPer !== 'sale' || saleId === undefined) return { day, ballot: 0 };
  return { day: tickets.dayOf(saleId) ?? day, ballot: tickets.numberOf(saleId) };
}

function opened(fact: Extract<Fact, { kind: 'ComplaintOpened' }>, { at, day }: DatedFact, tickets: Tickets): Complaint {
  return { id: fact.id, ...originOf(fact, tickets), openedOn: day, resolvedOn: null, openedAt: at, firstAnswerAt: null, resolvedAt: null, reopened: 0 };
}

function foldComplaint(complaint: Complaint | undefined, step: string, at: number, day: number): void {
  if (!complaint) return;
  if (step === 'ComplaintReopened') {
    complaint.resolvedAt = null;
    complaint.resolvedOn = null;
    complaint.reopened += 1;
    return;
  }
  complaint.firstAnswerAt ??= at;
  if (step === 'ComplaintResolved') {
    complaint.resolvedAt = at;
    complaint.resolvedOn = day;
  }
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
