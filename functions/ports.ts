import type { PolicyReplayAnswer } from './contract/policy-answers.ts';
import type { Pseudonyms } from './domain/erasure/pseudonyms.ts';
import type { Policy } from './domain/tiers/policy.ts';
import type { CustomerFile } from './domain/ledger/fold-file.ts';
import type { Fact } from './domain/ledger/facts.ts';
import type { RecordedFact } from './domain/ledger/resolve-facts.ts';
import type { RunContext } from './domain/evaluate.ts';
import type { CategoryCounts } from './domain/recommendation/category-counts.ts';
import type { CustomerScore } from './domain/score.ts';
import type { ValueModel } from './domain/value/value-model.ts';

/** All that the flows ask of the world. */

export interface Clock { now(): Date }

/** Immutable facts by partition (customer, or store and day of walk-ins), and which partitions got new ones when. */
export interface Ledger {
  /** Keeps facts; keeping one again changes nothing. An entry that came before `arrivedAt` says when. */
  append(entries: readonly { partition: string; fact: Fact; arrivedAt?: string | undefined }[], arrivedAt: Date): Promise<void>;
  factsOf(partition: string): Promise<RecordedFact[]>;
  /** All partitions of one of `of` equal parts of the ledger. */
  scan(segment: number, of: number): AsyncIterable<{ partition: string; facts: RecordedFact[] }>;
  /** Partitions of a shard to which facts came from the minute of `since` up to now. */
  arrivals(shard: number, since: Date, now: Date): Promise<Set<string>>;
  /** The customers who brought this one, in whose facts she is named. */
  referrersOf(customerId: string): Promise<string[]>;
  /** Takes single facts out again, for an erasure alone. */
  remove(partition: string, facts: readonly RecordedFact[]): Promise<void>;
  /** Takes a whole partition out, with every note that facts came to it and that others name it. `now` is when the last of them can have come. */
  forget(partition: string, facts: readonly RecordedFact[], now: Date): Promise<void>;
}

/** Why an incoming message was not taken, kept with what could be read of it. */
export interface Rejection { messageId: string; detailType: string; reason: string; body: string }
export interface DeadLetters {
  add(rejections: readonly Rejection[]): Promise<void>;
  /** Takes out the messages of which `unwanted` says so and tells how many they were. */
  remove(unwanted: (text: string) => boolean): Promise<number>;
}

/** `histories` and `scores` are packed, row by row; all others are JSON, in which whatever concerns a customer is under her id or has it as `customerId`. */
export type PageKind = 'histories' | 'scores' | 'files' | 'changes' | 'contacts';
/** The working set of a night: packed pages by run, shard and kind, read in the order of their names. */
export interface Pages {
  write(runId: string, shard: number, kind: PageKind, name: string, bytes: Uint8Array): Promise<void>;
  read(runId: string, shard: number, kind: PageKind): Promise<{ name: string; bytes: Uint8Array }[]>;
  /** Changes the content of a page and not how long it is kept; does nothing when it is gone already. */
  rewrite(runId: string, shard: number, kind: PageKind, name: string, bytes: Uint8Array): Promise<void>;
}

/** One customer as a run left her: her packed history, her file and her scores. */
export interface CustomerVersion { customerId: string; sequence: number; history: Uint8Array; file: CustomerFile; score: CustomerScore }
export interface Customers {
  write(versions: readonly CustomerVersion[]): Promise<void>;
  /** The versions written by the named runs, in no particular order. */
  read(keys: readonly { customerId: string; sequence: number }[]): Promise<CustomerVersion[]>;
  /** The latest version that a published run up to this one wrote. */
  latest(customerId: string, publication: Pick<Publication, 'sequence' | 'skipped'>): Promise<CustomerVersion | null>;
  /** Every version that a published run up to this one wrote, oldest first. */
  versions(customerId: string, publication: Pick<Publication, 'sequence' | 'skipped'>): Promise<CustomerVersion[]>;
  /** Takes out every version of a customer, published or not. */
  remove(customerId: string): Promise<void>;
}

export type RunState = 'queued' | 'running' | 'published' | 'failed';
/** A night: what it was asked, how far it came, what it did. Days are ISO dates, instants ISO times. */
export interface Run {
  runId: string;
  /** Grows by one from night to night. */
  sequence: number;
  state: RunState;
  step: string | null;
  asOf: string;
  policyVersion: number;
  factsThrough: string;
  startedAt: string;
  endedAt: string | null;
  error: string | null;
  /** The published run this one starts from; null for a rebuild from the ledger. */
  baseRunId: string | null;
  /** The published run whose tiers this one's are compared with, so that changes can be announced; null when time went back. */
  comparedRunId: string | null;
  /** The run that was published when this one began, whatever day it was about: what it announced is not announced again. */
  lastRunId: string | null;
  settingsDigest: string;
  /** How the histories of its pages are packed. */
  historyLayout: number;
  /** The contact settings the night goes by. */
  contactSettingsVersion: number;
}
export interface StepReport { counts: Record<string, number>; milliseconds: number; readUnits: number; writeUnits: number }

export interface Runs {
  queue(runId: string, asOf: string | null, at: Date): Promise<void>;
  /** Takes the lock for one run until a time; false while another run has it. The run that has it may take it again. */
  lock(runId: string, now: Date, until: Date): Promise<boolean>;
  unlock(runId: string): Promise<void>;
  nextSequence(): Promise<number>;
  start(run: Run): Promise<void>;
  get(runId: string): Promise<Run | null>;
  setState(runId: string, change: Partial<Pick<Run, 'state' | 'step' | 'endedAt' | 'error'>>): Promise<void>;
  /** Remembers what one part of a step did; told again it replaces, so a repeated part counts once. */
  report(runId: string, step: string, part: string, report: StepReport): Promise<void>;
  reports(runId: string): Promise<{ step: string; part: string; report: StepReport }[]>;
  saveContext(runId: string, context: SavedContext): Promise<void>;
  context(runId: string): Promise<SavedContext | null>;
  /** The run readers see; with `asKnownOn` the one they saw at that instant. */
  published(asKnownOn?: Date): Promise<Publication | null>;
  /** Makes a run the one readers see, in a single write; false when a later one already is. */
  publish(publication: Publication): Promise<boolean>;
  recent(limit: number): Promise<Publication[]>;
  /** The ids of all runs planned since then, published or not. */
  plannedSince(since: Date): Promise<string[]>;
  /** Counts up the erasures told with the publication, so that nobody answers from pages read before. */
  noteErasure(): Promise<void>;
}

/** What a run computed about the whole chain. */
export interface SavedContext {
  run: RunContext; customers: number; firstDay: number | null; lastDay: number | null; stores: string[];
  /** What a piece cost on average, minor units; left out by runs that did not look. */
  averageUnitPrice?: number;
  /** The last value model that was good enough to use, of a run that has none of its own. */
  lastGoodModel?: ValueModel;
  /** Which categories customers buy together; left out by runs that did not look. */
  categories?: CategoryCounts;
  /** The contact settings of the run; left out by runs that planned no contacts. */
  contactSettingsVersion?: number;
}
export interface Publication {
  runId: string; sequence: number; asOf: string; policyVersion: number; factsThrough: string;
  publishedAt: string; announced: boolean;
  /** Runs up to this one that were never published, whose items readers pass over. */
  skipped: number[];
  /** How many erasures have changed what runs say; told of the run readers see. */
  erasures?: number;
}

/** That a customer was erased, when and by whom. `erasureId` is her pseudonym; her id is there until it has happened. */
export interface Erasure {
  erasureId: string;
  state: 'open' | 'done';
  requestedAt: string;
  requestedBy: string;
  doneAt: string | null;
  customerId?: string | undefined;
  /** Keyed digests of her contacts and names, by which a message that says them and not her id is recognised. */
  contacts: string[];
  names: string[];
  /** Set by a night that began after all that was under way at the erasure had ended, and found nothing more. */
  settled: boolean;
}
/** Everybody who is erased, as an ingest or a night has to know it. */
export interface Erased {
  pseudonyms: Pseudonyms;
  isErased: (customerId: string) => boolean;
  erasures: readonly Erasure[];
}
export interface Erasures {
  /** As of this moment, also what was written a moment ago. */
  known(): Promise<Erased>;
  save(erasure: Erasure): Promise<void>;
}

/** Documents of one kind by version, such as tier policies. */
export interface Documents<Document extends { version: number }> {
  /** The one the next night goes by; the default one until another is saved. */
  current(): Promise<Document>;
  version(version: number): Promise<Document>;
  /** Adds a version. Throws the error that says so when there is one of that number. */
  save(document: Document, author: string, at: Date): Promise<void>;
}
export type Policies = Documents<Policy>;

/** Answers of policy replays by id, kept for as long as a draft is discussed. */
export interface Replays {
  save(replay: PolicyReplayAnswer, at: Date): Promise<void>;
  get(replayId: string): Promise<PolicyReplayAnswer | null>;
  /** Takes a customer out of every replay that names her. */
  removeCustomer(customerId: string): Promise<void>;
}

/** An event of the product's own for the bus. `id` makes repeated announcements recognisable. */
export interface Announcement { detailType: string; detail: Record<string, unknown> & { id: string } }
export interface Bus { announce(announcements: readonly Announcement[]): Promise<void> }

/** Starts a night; the name becomes its run id. */
export interface Night { start(runId: string, asOf: string | null): Promise<void> }

/** Request units that a store has used since it was last asked. */
export interface Meter { take(): { readUnits: number; writeUnits: number } }
