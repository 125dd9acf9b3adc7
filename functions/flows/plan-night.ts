import { formatDay, parseDay, type BusinessCalendar } from '../domain/calendar.ts';
import { NightBusy } from '../domain/errors.ts';
import { shardCount } from '../domain/shards.ts';
import type { ContactSettingsDocument } from '../domain/contacts/settings-document.ts';
import { historyLayout } from '../domain/ledger/packed-history.ts';
import type { Clock, Documents, Policies, Publication, Run, Runs } from '../ports.ts';
import { holdLock } from './run-of.ts';

/** `asOf` is a date; without it yesterday, the last complete business day. */
export interface NightRequest { runId: string; asOf?: string | undefined }

/** One slice of the profile step: a segment of the whole ledger, or a shard whose customers got new facts. */
export type ProfilePart = { segment: number; of: number } | { shard: number };
export interface NightPlan { plan: { runId: string; parts: ProfilePart[]; shards: { shard: number }[] } }

export interface PlanWorld { runs: Runs; policies: Policies; contactSettings: Documents<ContactSettingsDocument>; clock: Clock; calendar: BusinessCalendar; settingsDigest: string; runsKeptDays: number }

/** Parts into which a full read of the ledger is cut. */
const ledgerSegments = 8;
/** Arrivals are forgotten after 90 days, so a base older than this is not built upon. */
const oldestBaseDays = 60;
const dayMilliseconds = 86_400_000;

/**
 * Opens a night: takes the single-flight lock, fixes the as-of date, policy and base run, and cuts the work into parts.
 * The ledger is read whole when there is no run to start from, when time goes back, when settings changed what a fact means, or when another version of the product packed the pages.
 * Throws NightBusy while another night runs, and RangeError for a date that is none.
 */
export async function planNight(request: NightRequest, world: PlanWorld): Promise<NightPlan> {
  const { runs, clock } = world;
  const now = clock.now();
  const asOf = asOfDate(request.asOf, world.calendar, now);
  if (!await holdLock(world, request.runId)) throw new NightBusy(request.runId);
  const known = await runs.get(request.runId);
  const policy = await world.policies.current();
  const published = await runs.published();
  const before = published && follows(published, asOf, now, world.runsKeptDays) ? await runs.get(published.runId) : null;
  const compared = before?.historyLayout === historyLayout ? before : null;
  const base = compared !== null && foldsAlike(compared, policy.version, world) ? compared : null;
  const sequence = known && known.sequence > 0 ? known.sequence : await runs.nextSequence();
  await runs.start({
    runId: request.runId, sequence, state: 'running', step: 'plan', asOf, policyVersion: policy.version,
    factsThrough: now.toISOString(), startedAt: known?.startedAt ?? now.toISOString(), endedAt: null, error: null,
    baseRunId: base?.runId ?? null, comparedRunId: compared?.runId ?? null, lastRunId: published?.runId ?? null, settingsDigest: world.settingsDigest, historyLayout,
    contactSettingsVersion: (await world.contactSettings.current()).version,
  });
  const shards = Array.from({ length: shardCount }, (_, shard) => ({ shard }));
  const parts: ProfilePart[] = base === null ? Array.from({ length: ledgerSegments }, (_, segment) => ({ segment, of: ledgerSegments })) : shards;
  return { plan: { runId: request.runId, parts, shards } };
}

/** A run that is nearly forgotten is no base either: its pages could go while this night reads them. */
function follows(published: Publication, asOf: string, now: Date, runsKeptDays: number): boolean {
  const ageDays = (now.getTime() - Date.parse(published.factsThrough)) / dayMilliseconds;
  return parseDay(asOf) >= parseDay(published.asOf) && ageDays <= Math.min(oldestBaseDays, runsKeptDays - 1);
}

/** A policy may exclude goods, which changes what is folded into a history. */
function foldsAlike(run: Run, policyVersion: number, { settingsDigest }: PlanWorld): boolean {
  return run.settingsDigest === settingsDigest && run.policyVersion === policyVersion;
}

function asOfDate(asked: string | undefined, calendar: BusinessCalendar, now: Date): string {
  return formatDay(asked === undefined ? calendar.dayOf(now.getTime()) - 1 : parseDay(asked));
}
