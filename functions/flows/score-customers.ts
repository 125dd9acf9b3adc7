import type { BusinessCalendar } from '../domain/calendar.ts';
import { contactSettingsOf, type ContactSettingsDocument } from '../domain/contacts/settings-document.ts';
import { score, type RunContext } from '../domain/evaluate.ts';
import type { CustomerFile } from '../domain/ledger/fold-file.ts';
import { packHistories, unpackHistories } from '../domain/ledger/packed-history.ts';
import { packScores } from '../domain/ledger/packed-scores.ts';
import { isNamed } from '../domain/ledger/partition.ts';
import type { History } from '../domain/history.ts';
import type { Exchange } from '../domain/money.ts';
import { differs, type CustomerScore } from '../domain/score.ts';
import type { Clock, Customers, CustomerVersion, Documents, Meter, Pages, Run, Runs } from '../ports.ts';
import { loadShard } from './chain.ts';
import { ContactWriter, type ContactDetail } from './contact-detail.ts';
import { contactsTold, keepContactsTold } from './contact-page.ts';
import { ContactWatch } from './contact-watch.ts';
import { FallWatch, type TierFall } from './fall-watch.ts';
import { raisedRisk, type RaisedRisk } from './raised-risk.ts';
import { reported, runOf } from './run-of.ts';

export interface ScoreWorld {
  pages: Pages; customers: Customers; runs: Runs; clock: Clock; meter: Meter;
  calendar: BusinessCalendar; exchange: Exchange; contactSettings: Documents<ContactSettingsDocument>;
}

/** A customer's move between tiers, as it will be announced. Days are business days. */
export interface TierMove { customerId: string; storeId: string; from: string | null; to: string | null; since: number | null }
/** What a shard leaves behind to be announced. */
export interface ShardChanges { moves: TierMove[]; falls: TierFall[]; risks: RaisedRisk[]; contacts: ContactDetail[] }

interface Watches { falls: FallWatch; contacts: ContactWatch }
interface Pending { history: History; score: CustomerScore; before: CustomerScore | null }

/**
 * Evaluates every customer of a shard, since time passes for those who bought nothing, too,
 * and writes an item only for those whose facts were read again or whose published scores changed.
 */
export async function scoreCustomers({ runId, shard }: { runId: string; shard: number }, world: ScoreWorld): Promise<void> {
  const run = await runOf(world.runs, runId);
  await reported(world, runId, 'score', `shard-${shard}`, async () => {
    const { run: context } = (await world.runs.context(runId))!;
    const before = await scoresBefore(run, shard, world.pages);
    const files = await filesOf(runId, shard, world.pages);
    const changes: ShardChanges = { moves: [], falls: [], risks: [], contacts: [] };
    const settings = contactSettingsOf(await world.contactSettings.version(run.contactSettingsVersion), { currency: world.exchange.reportingCurrency, lifecycle: context.settings.lifecycle });
    const watches: Watches = { falls: new FallWatch(context), contacts: new ContactWatch(context, settings, await contactsTold(run, shard, world.pages)) };
    // Collected, because a write of the whole shard keeps all its calls busy and one page after the other does not.
    const versions: CustomerVersion[] = [];
    const writing: Promise<void>[] = [];
    let [scored, written] = [0, 0];
    for (const { name, bytes } of await world.pages.read(runId, shard, 'histories')) {
      const { scores, pending } = scorePage(bytes, context, run, before, files.get(name) ?? {}, watches);
      if (run.comparedRunId !== null) for (const each of pending) noteChanges(changes, each, run, context, world.calendar);
      versions.push(...await versionsOf(pending, files.get(name) ?? {}, run.sequence, world.customers));
      writing.push(world.pages.write(runId, shard, 'scores', name, packScores(scores)));
      scored += scores.length;
      written += pending.length;
    }
    changes.falls = await watches.falls.newly(run, shard, before, world);
    const writer = new ContactWriter(context, settings);
    changes.contacts = watches.contacts.found.map(({ contact, history, score: { tier, tierSince } }) => writer.write(contact, history, { tier, since: tierSince }));
    await keepContactsTold(runId, shard, watches.contacts.told(), world.pages);
    await Promise.all([world.customers.write(versions), ...writing]);
    await world.pages.write(runId, shard, 'changes', 'tiers', new TextEncoder().encode(JSON.stringify(changes)));
    return { scored, written, moved: changes.moves.length, falling: changes.falls.length, atRisk: changes.risks.length, contacts: changes.contacts.length };
  });
}

type Files = Record<string, CustomerFile>;

function scorePage(bytes: Uint8Array, context: RunContext, run: Run, before: Map<string, CustomerScore>, files: Files, watches: Watches): { scores: CustomerScore[]; pending: Pending[] } {
  const scores: CustomerScore[] = [];
  const pending: Pending[] = [];
  for (const history of unpackHistories(bytes)) {
    const then = before.get(history.customerId) ?? null;
    const now = score(history, context, then);
    if (isNamed(history.customerId) && (then === null || history.customerId in files || differs(now, then))) {
      now.version = run.sequence;
      pending.push({ history, score: now, before: then });
    }
    if (isNamed(history.customerId)) watches.contacts.look(history, now, watches.falls.look(history, now));
    scores.push(now);
  }
  return { scores, pending };
}

/** What of a customer's new score, compared with the one before, is to be announced. */
function noteChanges({ moves, risks }: ShardChanges, { history, score: now, before: then }: Pending, run: Run, context: RunContext, calendar: BusinessCalendar): void {
  const from = then?.tier ?? null;
  // By a new policy she may turn out to have held the tier for years; for everybody who listens it begins now.
  if (now.tier !== from) moves.push({ customerId: history.customerId, storeId: history.homeStore, from, to: now.tier, since: run.baseRunId === null ? context.asOf : now.tierSince });
  const risk = raisedRisk(history, now, then, context, calendar);
  if (risk) risks.push(risk);
}

/** Items carry the file along; where no fact was read again it comes from the item before. */
async function versionsOf(pending: readonly Pending[], files: Files, sequence: number, customers: Customers): Promise<CustomerVersion[]> {
  const unread = pending.filter(({ history }) => !(history.customerId in files));
  const earlier = await customers.read(unread.map(({ history, before }) => ({ customerId: history.customerId, sequence: before!.version })));
  const known = new Map(earlier.map(({ customerId, file }) => [customerId, file]));
  return pending.map(({ history, score: now }) => ({
    customerId: history.customerId,
    sequence,
    history: packHistories([history]),
    file: files[history.customerId] ?? known.get(history.customerId)!,
    score: now,
  }));
}

async function scoresBefore({ comparedRunId }: Run, shard: number, pages: Pages): Promise<Map<string, CustomerScore>> {
  const before = new Map<string, CustomerScore>();
  if (comparedRunId === null) return before;
  for (const { history: { customerId }, score: then } of await loadShard(pages, comparedRunId, shard)) before.set(customerId, then);
  return before;
}

async function filesOf(runId: string, shard: number, pages: Pages): Promise<Map<string, Files>> {
  const read = await pages.read(runId, shard, 'files');
  return new Map(read.map(({ name, bytes }) => [name, JSON.parse(new TextDecoder().decode(bytes)) as Files]));
}
