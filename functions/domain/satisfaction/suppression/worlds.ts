import type { Equation } from './bounds.ts';

/** More worlds than these are not looked at one by one. */
const mostWorlds = 70_000;

/** Everything that a few people may have answered, one world after another, as far as it agrees with known sums. */
export class Worlds {
  private constructor(private readonly worlds: readonly Int8Array[]) {}

  /** All worlds of some opinions, or null when there are too many. */
  static of(opinions: number, lowest: number, highest: number): Worlds | null {
    const levels = highest - lowest + 1;
    if (levels ** opinions > mostWorlds) return null;
    return new Worlds(Array.from({ length: levels ** opinions }, (_, number) => Int8Array.from({ length: opinions }, (__, at) => lowest + Math.floor(number / levels ** at) % levels)));
  }

  with({ opinions, sum }: Equation): Worlds {
    return new Worlds(this.worlds.filter((world) => total(world, opinions) === sum));
  }

  /** Whether a set of opinions adds up to the same in every world. */
  settles(opinions: readonly number[]): boolean {
    const first = total(this.worlds[0]!, opinions);
    return this.worlds.every((world) => total(world, opinions) === first);
  }
}

function total(world: Int8Array, opinions: readonly number[]): number {
  let sum = 0;
  for (const opinion of opinions) sum += world[opinion]!;
  return sum;
}
