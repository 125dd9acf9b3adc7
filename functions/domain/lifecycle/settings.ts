import { defaultTrialSettings, type TrialSettings } from './control-group.ts';

/** How long a silence must last to mean something: a multiple of the customer's usual interval, kept between two numbers of days. */
export interface SilenceLimit { times: number; atLeastDays: number; atMostDays: number }

/** What the chain may decide about stages and warnings; every number is a default. */
export interface LifecycleSettings {
  /** Interval between purchases expected of somebody of whom it is not known yet, in days. */
  typicalGapDays: number;
  /** How many gaps of her own the typical one weighs as much as. */
  typicalGapWeight: number;
  /** Only this many of her latest gaps make her rhythm. */
  rhythmGaps: number;
  drifting: SilenceLimit;
  dormant: SilenceLimit;
  lost: SilenceLimit;
  /** Occasions from which a customer is no longer new, and from which she is mature. */
  growingOccasions: number;
  matureOccasions: number;
  /** Days between first and latest occasion without which nobody is mature. */
  matureDays: number;
  /** Occasions after a return from dormancy until she is won back for good. */
  wonBackOccasions: number;
  /** P(alive) below which even a mature customer is no longer in the loyal layer, and is warned about. */
  aliveBelow: number;
  /** Latest gaps or baskets compared with those before, and the fewest before that make a comparison. */
  recentOccasions: number;
  earlierOccasions: number;
  /** How often a customer whose rhythm has not changed may be warned about falsely. */
  falseAlarmRate: number;
  /** Share of her earlier average that recent baskets must stay below. */
  basketDropTo: number;
  /** Days for which a bad answer is a warning. */
  lowScoreDays: number;
  /** Points each kind of warning counts, and those that make the level high. */
  weights: Record<'drifting' | 'dormant' | 'lost' | 'fading' | 'frequency-drop' | 'basket-drop' | 'complaint-open' | 'low-score', number>;
  highFrom: number;
  /** Share of the value at risk that an effort is expected to save; the chain's measured uplift should replace it. */
  expectedUplift: number;
  /** Cost of one personal contact in minor units: below it only mass messages pay. */
  personalContactCost: number;
  /** Who is held back from win-back, and how its effect is measured. */
  winBack: TrialSettings;
}

export const defaultLifecycleSettings: LifecycleSettings = {
  typicalGapDays: 60,
  typicalGapWeight: 1,
  rhythmGaps: 12,
  drifting: { times: 2, atLeastDays: 30, atMostDays: 180 },
  dormant: { times: 3.5, atLeastDays: 60, atMostDays: 270 },
  lost: { times: 6, atLeastDays: 120, atMostDays: 365 },
  growingOccasions: 3,
  matureOccasions: 6,
  matureDays: 180,
  wonBackOccasions: 3,
  aliveBelow: 0.5,
  recentOccasions: 3,
  earlierOccasions: 4,
  falseAlarmRate: 0.05,
  basketDropTo: 0.7,
  lowScoreDays: 180,
  weights: { drifting: 1, dormant: 2, lost: 2, fading: 1, 'frequency-drop': 1, 'basket-drop': 1, 'complaint-open': 2, 'low-score': 1 },
  highFrom: 2,
  expectedUplift: 0.1,
  personalContactCost: 2_000,
  winBack: defaultTrialSettings,
};
