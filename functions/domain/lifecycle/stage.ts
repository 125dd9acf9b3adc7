import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { firstSeenOn } from './first-seen.ts';
import { daysOf, rhythmOf, type Rhythm } from './rhythm.ts';
import type { LifecycleSettings } from './settings.ts';

export type Stage = 'prospect' | 'new' | 'growing' | 'mature' | 'drifting' | 'dormant' | 'lost' | 'won-back';
export type Layer = 'loyal' | 'drifting' | 'potential';
export interface Lifecycle { stage: Stage; layer: Layer; since: Day }

/**
 * Where a customer stands in her life with the chain, and since when.
 *
 * Never bought (or kept nothing): prospect. Silent for longer than her rhythm allows: drifting, dormant or lost, since the first day over the limit.
 * Back after a dormant silence: won-back, until she has come three times. Otherwise by occasions: new, growing from the third,
 * mature from the sixth if half a year lies between first and latest; since the occasion that made her so.
 * Layers: mature is loyal while P(alive) is not low; drifting, dormant, lost and not so alive are drifting; the rest is potential.
 * The stage and its day follow from the history alone, so a silent customer changes three times and then never again.
 */
export function lifecycleOf(history: History, pAlive: number | null, settings: LifecycleSettings, asOf: Day): Lifecycle {
  const rhythm = rhythmOf(history.purchases, settings);
  const lastOn = rhythm.days.at(-1);
  if (lastOn === undefined) return { stage: 'prospect', layer: 'potential', since: firstSeenOn(history) ?? asOf };
  const silent = silentStage(lastOn, rhythm.usualGap, settings, asOf);
  const { stage, since } = silent ?? activeStage(rhythm, settings);
  return { stage, layer: layerOf(stage, pAlive, settings), since };
}

function silentStage(lastOn: Day, usualGap: number, settings: LifecycleSettings, asOf: Day): { stage: Stage; since: Day } | null {
  for (const stage of ['lost', 'dormant', 'drifting'] as const) {
    const since = lastOn + daysOf(settings[stage], usualGap) + 1;
    if (asOf >= since) return { stage, since };
  }
  return null;
}

function activeStage({ days, cameBackAt }: Rhythm, settings: LifecycleSettings): { stage: Stage; since: Day } {
  const sinceReturn = days.length - cameBackAt;
  if (cameBackAt > 0 && sinceReturn < settings.wonBackOccasions) return { stage: 'won-back', since: days[cameBackAt]! };
  // Whoever came back and stayed is at least growing from then on, however long ago she became so before she left.
  const settledAt = cameBackAt > 0 ? cameBackAt + settings.wonBackOccasions - 1 : 0;
  for (let i = Math.max(settings.matureOccasions - 1, settledAt); i < days.length; i++) {
    if (days[i]! - days[0]! >= settings.matureDays) return { stage: 'mature', since: days[i]! };
  }
  if (days.length < settings.growingOccasions) return { stage: 'new', since: days[0]! };
  return { stage: 'growing', since: days[Math.max(settings.growingOccasions - 1, settledAt)]! };
}

function layerOf(stage: Stage, pAlive: number | null, settings: LifecycleSettings): Layer {
  if (stage === 'drifting' || stage === 'dormant' || stage === 'lost') return 'drifting';
  if (pAlive !== null && pAlive < settings.aliveBelow) return 'drifting';
  return stage === 'mature' ? 'loyal' : 'potential';
}
