/** What the chain may decide about measuring satisfaction; every number is a default. */
export interface SatisfactionSettings {
  /**
   * How many of the highest answers of a CSAT scale count as satisfied, by the scale's highest answer.
   * The convention of survey tools (Formbricks, documentation of the rating question): one of three, two of four to seven, three of ten.
   */
  positiveAnswers: Readonly<Record<number, number>>;
  /** Fewer answers than this: the score is hidden and only their number shown. */
  hiddenBelow: number;
  /** Fewer answers than this: shown with its interval, but neither ranked nor coloured. */
  unrankedBelow: number;
  /** Days for which an answer says how a customer feels today. */
  moodDays: number;
}

export const defaultSatisfactionSettings: SatisfactionSettings = {
  positiveAnswers: { 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2, 9: 3, 10: 3 },
  hiddenBelow: 5,
  unrankedBelow: 30,
  moodDays: 365,
};
