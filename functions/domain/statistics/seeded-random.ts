/** Numbers in [0, 1) that are the same for the same seed: the minimal standard generator of Park and Miller (1988). `seed` from 1 to 2,147,483,646. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}
