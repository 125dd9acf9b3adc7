import type { SpendParameters } from './fit-gamma-gamma.ts';

/**
 * What a customer can be expected to spend on an occasion, in the unit of the monetary values: her own mean, drawn towards everybody's the less is known of her.
 * p (v + x m) / (p x + q − 1); without repeat occasions the population mean p v / (q − 1).
 * Source: Fader and Hardie (2013), "The Gamma-Gamma model of monetary value", equation 5.
 */
export function expectedValuePerOccasion({ p, q, v }: SpendParameters, frequency: number, monetaryValue: number): number {
  return p * (v + frequency * monetaryValue) / (p * frequency + q - 1);
}
