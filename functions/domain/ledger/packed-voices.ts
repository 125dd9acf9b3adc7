import type { Answer, Complaint, MadeContact, Origin, SentSurvey } from '../history.ts';
import type { ByteReader, ByteWriter } from './byte-stream.ts';
import type { SurveyMetric } from './facts.ts';

/** How answers, surveys, complaints and contacts stand within a packed history. */

const metrics: readonly SurveyMetric[] = ['csat', 'nps', 'ces'];

export function writeAnswer(out: ByteWriter, answer: Answer): void {
  for (const value of [answer.day, metrics.indexOf(answer.metric), answer.score, answer.scale, answer.ballot, answer.saleSpend]) out.unsigned(value);
  writeOrigin(out, answer);
}

export function readAnswer(source: ByteReader): Answer {
  return {
    day: source.unsigned(), metric: metrics[source.unsigned()]!, score: source.unsigned(), scale: source.unsigned(),
    ballot: source.unsigned(), saleSpend: source.unsigned(), ...readOrigin(source),
  };
}

export function writeSurvey(out: ByteWriter, survey: SentSurvey): void {
  for (const value of [survey.day, metrics.indexOf(survey.metric), survey.ballot]) out.unsigned(value);
  writeOrigin(out, survey);
}

export function readSurvey(source: ByteReader): SentSurvey {
  return { day: source.unsigned(), metric: metrics[source.unsigned()]!, ballot: source.unsigned(), ...readOrigin(source) };
}

export function writeComplaint(out: ByteWriter, complaint: Complaint): void {
  out.text(complaint.id);
  writeOrigin(out, complaint);
  out.unsigned(complaint.openedOn);
  out.optional(complaint.resolvedOn);
  out.unsigned(complaint.openedAt);
  out.optional(complaint.firstAnswerAt);
  out.optional(complaint.resolvedAt);
  out.unsigned(complaint.reopened);
}

export function readComplaint(source: ByteReader): Complaint {
  return {
    id: source.text(), ...readOrigin(source), openedOn: source.unsigned(), resolvedOn: source.optional(), openedAt: source.unsigned(),
    firstAnswerAt: source.optional(), resolvedAt: source.optional(), reopened: source.unsigned(),
  };
}

export function writeContact(out: ByteWriter, { day, hour, purpose, channel, storeId, associateId, outcome, planned }: MadeContact): void {
  for (const value of [day, hour]) out.unsigned(value);
  for (const text of [purpose, channel, storeId, associateId ?? '', outcome ?? '', planned ?? '']) out.text(text);
}

export function readContact(source: ByteReader): MadeContact {
  return {
    day: source.unsigned(), hour: source.unsigned(), purpose: source.text(), channel: source.text(),
    storeId: source.text(), associateId: source.text() || null, outcome: source.text() || null, planned: source.text() || null,
  };
}

function writeOrigin(out: ByteWriter, { storeId, associateId, category }: Origin): void {
  for (const text of [storeId, associateId ?? '', category ?? '']) out.text(text);
}

function readOrigin(source: ByteReader): Origin {
  return { storeId: source.text(), associateId: source.text() || null, category: source.text() || null };
}
