/** Moves ascending label positions apart to at least `step`, within `0…height`, as little as a pass down and a pass up allow. */
export function spread(wanted: readonly number[], step: number, height: number): number[] {
  const placed = [...wanted];
  let floor = step / 2;
  for (let i = 0; i < placed.length; i++) {
    placed[i] = Math.max(placed[i]!, floor);
    floor = placed[i]! + step;
  }
  let ceiling = height - step / 2;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i]!, ceiling);
    ceiling = placed[i]! - step;
  }
  return placed;
}
