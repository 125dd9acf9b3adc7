/**
 * Purchase rates vary between customers as Gamma(r, rate α), rates of leaving as Gamma(s, rate β); α and β in weeks.
 * With s = 0 nobody leaves and β says nothing; with r = 0 nobody comes back.
 */
export interface ParetoNbdParameters { r: number; alpha: number; s: number; beta: number }
