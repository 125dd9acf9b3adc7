import { NothingPublished, RunForgotten } from '../domain/errors.ts';
import type { ContactSettingsDocument } from '../domain/contacts/settings-document.ts';
import type { Clock, Documents, Pages, Publication, Runs, SavedContext } from '../ports.ts';
import { loadChain, shardsOf, type Chain } from './chain.ts';
import { Remembered } from './remembered.ts';

export interface PublishedRunsWorld {
  runs: Runs; pages: Pages; clock: Clock; runsKeptDays: number; contactSettings: Documents<ContactSettingsDocument>;
  /** Whatever else was computed from published runs and is remembered. */
  remembered: Remembered;
}

/** One published run: what it says about the whole chain, and everybody in it. */
export interface PublishedRun {
  publication: Publication;
  saved: SavedContext;
  /** The contact settings it went by. */
  contactDocument: ContactSettingsDocument;
  /** Everybody, loaded when first asked for. Throws RunForgotten. */
  chain(): Promise<Chain>;
  /** Everybody part by part, read anew. Throws RunForgotten. */
  shards(): AsyncGenerator<Chain>;
}

/** Runs whose customers are held in memory: the one in force, and one older for comparison. */
const chainsHeld = 2;
const contextsHeld = 8;
const dayMilliseconds = 86_400_000;

/** The published runs, each read once for as long as it is looked at: a run never changes but by an erasure, after which all that is remembered is forgotten. */
export class PublishedRuns {
  readonly #contexts = new Remembered(contextsHeld);
  readonly #chains = new Remembered(chainsHeld);
  #erasures = 0;

  constructor(private readonly world: PublishedRunsWorld) {}

  /** The run that readers see, or saw at an instant. Throws NothingPublished. */
  async at(asKnownOn: Date | null): Promise<PublishedRun> {
    const publication = await this.world.runs.published(asKnownOn ?? undefined);
    if (!publication) throw new NothingPublished(asKnownOn);
    this.#forgetErased(publication);
    return this.#open(publication);
  }

  /** The run published before another one; null when there is none whose customers are still kept. */
  async before({ sequence }: Publication): Promise<PublishedRun | null> {
    const earlier = (await this.world.runs.recent(Number.MAX_SAFE_INTEGER)).find((known) => known.sequence < sequence);
    return earlier && this.#isKept(earlier) ? this.#open(earlier) : null;
  }

  #forgetErased({ erasures = 0 }: Publication): void {
    if (erasures === this.#erasures) return;
    this.#erasures = erasures;
    for (const held of [this.#chains, this.world.remembered]) held.clear();
  }

  async #open(publication: Publication): Promise<PublishedRun> {
    const { runId } = publication;
    const held = await this.#contexts.get(runId, () => this.#contextOf(runId));
    return { publication, ...held, chain: () => this.#chain(publication), shards: () => this.#shards(publication) };
  }

  async #contextOf(runId: string): Promise<Pick<PublishedRun, 'saved' | 'contactDocument'>> {
    const saved = (await this.world.runs.context(runId))!;
    return { saved, contactDocument: await this.world.contactSettings.version(saved.contactSettingsVersion ?? 1) };
  }

  async #chain(publication: Publication): Promise<Chain> {
    this.#refuseForgotten(publication);
    return this.#chains.get(publication.runId, () => loadChain(this.world.pages, publication.runId));
  }

  async* #shards(publication: Publication): AsyncGenerator<Chain> {
    this.#refuseForgotten(publication);
    yield* shardsOf(this.world.pages, publication.runId);
  }

  #refuseForgotten(publication: Publication): void {
    if (!this.#isKept(publication)) throw new RunForgotten(publication.runId);
  }

  /** Pages are written after `factsThrough` and forgotten one by one, so a run is given up before the first of them goes. */
  #isKept({ factsThrough }: Publication): boolean {
    return this.world.clock.now().getTime() < Date.parse(factsThrough) + this.world.runsKeptDays * dayMilliseconds;
  }
}
