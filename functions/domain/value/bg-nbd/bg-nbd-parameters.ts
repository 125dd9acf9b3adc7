/**
 * Purchase rates vary between customers as Gamma(r, rate α), α in weeks; the chance to drop out after an occasion as Beta(a, b).
 * With a = 0 nobody drops out and b says nothing; with r = 0 nobody comes back.
 */
export interface BgNbdParameters { r: number; alpha: number; a: number; b: number }
