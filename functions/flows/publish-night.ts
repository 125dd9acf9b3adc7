import { formatDay } from '../domain/calendar.ts';
import { shardCount } from '../domain/shards.ts';
import type { Announcement, Bus, Meter, Publication, Run } from '../ports.ts';
import { confirmErasures } from './confirm-erasures.ts';
import { eraseOpen, type EraseWorld } from './erase-customer.ts';
import type { ContactDetail } from './contact-detail.ts';
import type { TierFall } from './fall-watch.ts';
import type { RaisedRisk } from './raised-risk.ts';
import { reported, runOf } from './run-of.ts';
import type { ShardChanges, TierMove } from './score-customers.ts';

export interface PublishWorld extends EraseWorld { bus: Bus; meter: Meter }
export interface NightOutcome { runId: string; failed?: { Error?: string; Cause?: string } | undefined }

/**
 * Ends a night. One write makes its results the ones readers see; then it announces what changed, each change under an id that never changes,
 * so that saying it twice after a crash is recognisable. A failed night leaves its reason and frees the lock.
 */
export async function publishNight({ runId, failed }: NightOutcome, world: PublishWorld): Promise<void> {
  const { runs, clock } = world;
  if (failed) {
    await runs.setState(runId, { state: 'failed', endedAt: clock.now().toISOString(), error: `${failed.Error ?? 'Error'}: ${failed.Cause ?? 'no cause given'}`.slice(0, 2_000) });
    await unlocked(runId, world);
    return;
  }
  const run = await runOf(runs, runId);
  await reported(world, runId, 'publish', 'all', async () => {
    const erasures = await confirmErasures(run, world);
    const publication = publicationOf(run, await runs.published(), clock.now());
    await runs.publish(publication);
    const announcements = await announcementsOf(run, world);
    await world.bus.announce(announcements);
    await runs.publish({ ...publication, announced: true });
    return { announced: announcements.length, erasures };
  });
  await runs.setState(runId, { state: 'published', step: null, endedAt: clock.now().toISOString() });
  await unlocked(runId, world);
}

/** Frees the lock, and erases whom nobody could while it was held. */
async function unlocked(runId: string, world: PublishWorld): Promise<void> {
  await world.runs.unlock(runId);
  await eraseOpen(world);
}

/** Nights run one at a time, so the numbers between the last publication and this one are nights that came to nothing. */
function publicationOf(run: Run, last: Publication | null, now: Date): Publication {
  const { runId, sequence, asOf, policyVersion, factsThrough } = run;
  if (last?.runId === runId) return last;
  const skipped = [...(last?.skipped ?? [])];
  for (let lost = (last?.sequence ?? 0) + 1; lost < sequence; lost++) skipped.push(lost);
  return { runId, sequence, asOf, policyVersion, factsThrough, publishedAt: now.toISOString(), announced: false, skipped };
}

async function announcementsOf(run: Run, { pages }: PublishWorld): Promise<Announcement[]> {
  const announcements: Announcement[] = [];
  for (let shard = 0; shard < shardCount; shard++) {
    for (const { bytes } of await pages.read(run.runId, shard, 'changes')) {
      const { moves, falls, risks, contacts } = JSON.parse(new TextDecoder().decode(bytes)) as ShardChanges;
      announcements.push(
        ...moves.map((move) => tierChanged(move, run)), ...falls.map((fall) => tierChangeExpected(fall, run)),
        ...risks.map((risk) => churnRiskRaised(risk, run)), ...contacts.map((contact) => contactDue(contact, run)),
      );
    }
  }
  announcements.push({ detailType: 'RunPublished', detail: { id: run.runId, runId: run.runId, asOf: run.asOf, policyVersion: run.policyVersion, factsThrough: run.factsThrough } });
  return announcements;
}

function tierChanged({ customerId, storeId, from, to, since }: TierMove, run: Run): Announcement {
  const on = since === null ? run.asOf : formatDay(since);
  return {
    detailType: 'TierChanged',
    detail: { id: `${customerId}/${on}/${to ?? 'none'}`, customerId, storeId, from, to, on, asOf: run.asOf, runId: run.runId, policyVersion: run.policyVersion },
  };
}

function tierChangeExpected({ customerId, storeId, from, to, on, missing }: TierFall, run: Run): Announcement {
  const date = formatDay(on);
  return {
    detailType: 'TierChangeExpected',
    detail: {
      id: `${customerId}/${date}/${from}/${to ?? 'none'}`, customerId, storeId, from, to, on: date,
      missing: missing.map((each) => ({ ...each, by: each.by === null ? null : formatDay(each.by) })),
      asOf: run.asOf, runId: run.runId, policyVersion: run.policyVersion,
    },
  };
}

function churnRiskRaised({ customerId, storeId, associateId, from, risk: { level, ...risk } }: RaisedRisk, run: Run): Announcement {
  return {
    detailType: 'ChurnRiskRaised',
    detail: { id: `${customerId}/${run.asOf}/${level}`, customerId, storeId, associateId, from, to: level, ...risk, asOf: run.asOf, runId: run.runId, policyVersion: run.policyVersion },
  };
}

function contactDue(contact: ContactDetail, run: Run): Announcement {
  return { detailType: 'ContactDue', detail: { ...contact, asOf: run.asOf, runId: run.runId, policyVersion: run.policyVersion, contactSettingsVersion: run.contactSettingsVersion } };
}
