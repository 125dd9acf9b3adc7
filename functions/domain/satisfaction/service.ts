import type { Complaint } from '../history.ts';
import { countsOf, mergeCounts, quantile, sizeOf, type Counts } from '../statistics/counts.ts';
import { wilson } from '../statistics/proportion.ts';
import type { Clock } from './clock.ts';
import type { ServiceSettings, ServiceTarget } from './settings.ts';
import type { Score } from './tally.ts';

/** Counts of complaints from which the service figures follow; tallies of parts add up to the tally of the whole. */
export interface ServiceTally {
  opened: number;
  resolved: number;
  reopened: number;
  /** Cases still open after what was promised for them. */
  overdue: number;
  /** Promises kept and broken: each case promises a reply and a resolution. */
  met: number;
  breached: number;
  /** Whole minutes of the clock until the first reply and until resolution. */
  replyMinutes: Counts;
  resolveMinutes: Counts;
}

const MS_PER_MINUTE = 60_000;

/** The tally of no complaints. */
export function emptyService(): ServiceTally {
  return { opened: 0, resolved: 0, reopened: 0, overdue: 0, met: 0, breached: 0, replyMinutes: [], resolveMinutes: [] };
}

/**
 * The service figures of some complaints as they stand at an instant.
 * A promise that is overdue and still open counts as broken; one that is not due yet counts neither way.
 * A case that was resolved without a reply was replied to by its resolution.
 */
export function serviceOf(complaints: readonly Complaint[], target: ServiceTarget, clock: Clock, now: number): ServiceTally {
  const tally = emptyService();
  const replies: number[] = [];
  const resolutions: number[] = [];
  const judge = (minutes: number | null, openMinutes: number, targetHours: number) => {
    if (minutes === null && openMinutes <= targetHours * 60) return;
    if (minutes !== null && minutes <= targetHours * 60) tally.met += 1; else tally.breached += 1;
  };
  for (const { openedAt, firstAnswerAt, resolvedAt, reopened } of complaints) {
    const minutesTo = (end: number) => clock(openedAt, end) / MS_PER_MINUTE;
    const repliedAt = firstAnswerAt ?? resolvedAt;
    const reply = repliedAt === null ? null : minutesTo(repliedAt);
    const resolution = resolvedAt === null ? null : minutesTo(resolvedAt);
    tally.opened += 1;
    if (reopened > 0) tally.reopened += 1;
    if (reply !== null) replies.push(reply);
    if (resolution !== null) resolutions.push(resolution);
    if (resolution === null && (minutesTo(now) > target.resolveHours * 60 || reply === null && minutesTo(now) > target.replyHours * 60)) tally.overdue += 1;
    judge(reply, minutesTo(now), target.replyHours);
    judge(resolution, minutesTo(now), target.resolveHours);
  }
  return { ...tally, resolved: resolutions.length, replyMinutes: countsOf(replies), resolveMinutes: countsOf(resolutions) };
}

/** What customers of a tier are promised. */
export function targetFor(tier: string | null, { targets, classes }: ServiceSettings): ServiceTarget {
  return targets[(tier === null ? undefined : classes[tier]) ?? 'middle'];
}

/** The service figures of two sets of complaints together. */
export function mergeServices(a: ServiceTally, b: ServiceTally): ServiceTally {
  return {
    opened: a.opened + b.opened, resolved: a.resolved + b.resolved, reopened: a.reopened + b.reopened, overdue: a.overdue + b.overdue,
    met: a.met + b.met, breached: a.breached + b.breached,
    replyMinutes: mergeCounts(a.replyMinutes, b.replyMinutes), resolveMinutes: mergeCounts(a.resolveMinutes, b.resolveMinutes),
  };
}

const share = (part: number, n: number): Score => ({ value: n === 0 ? null : part / n, n, interval: wilson(part, n) });

/** SLA attainment: promises kept out of those kept or broken. */
export const slaAttainment = ({ met, breached }: ServiceTally): Score => share(met, met + breached);
/** Complaints resolved out of complaints opened. */
export const resolvedShare = ({ resolved, opened }: ServiceTally): Score => share(resolved, opened);
/** Complaints reopened at least once out of complaints opened. */
export const reopenShare = ({ reopened, opened }: ServiceTally): Score => share(reopened, opened);

/** Median and 90th percentile in hours of the clock, null where nothing was measured. */
export interface Durations { n: number; median: number | null; p90: number | null }

/** Hours until somebody replied, of the complaints that were replied to. */
export const firstReply = ({ replyMinutes }: ServiceTally): Durations => durations(replyMinutes);
/** Hours until the complaint was resolved for good, of those resolved. */
export const resolutionTime = ({ resolveMinutes }: ServiceTally): Durations => durations(resolveMinutes);

function durations(minutes: Counts): Durations {
  const hours = (at: number) => { const value = quantile(minutes, at); return value === null ? null : value / 60; };
  return { n: sizeOf(minutes), median: hours(0.5), p90: hours(0.9) };
}
