import { describe, expect, it } from 'vitest';
import { fitPurchaseModel } from '../../functions/domain/value/fit-purchase-model.ts';
import { fitGammaGamma } from '../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import type { PurchaseModel } from '../../functions/domain/value/purchase-fit.ts';
import { expectedIfAlive, probabilityAlive } from '../../functions/domain/value/purchase-model.ts';
import { referenceIsThere, summariesOf } from './value-reference.ts';

/** Parameters to the three decimals that the papers print. */
function printed(parameters: object, decimals: number): Record<string, number> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, Number((value as number).toFixed(decimals))]));
}

describe.skipIf(!referenceIsThere)('published results on the CDNOW sample (skipped without ../shared/data)', () => {
  const sample = summariesOf('cdnow_sample');

  it('are those of Fader, Hardie and Lee (2005), Marketing Science 24(2), Table 2, for BG/NBD', () => {
    const fit = fitPurchaseModel('bg-nbd', sample);
    expect(printed(fit.parameters, 3)).toEqual({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
    expect(fit.logLikelihood.toFixed(1)).toBe('-9582.4');
  });

  it('are those of the same table for Pareto/NBD', () => {
    const fit = fitPurchaseModel('pareto-nbd', sample);
    expect(printed(fit.parameters, 3)).toEqual({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 });
    expect(fit.logLikelihood.toFixed(1)).toBe('-9595.0');
  });

  it('are those of Fader and Hardie (2013), "The Gamma-Gamma model of monetary value", for spend per occasion', () => {
    expect(printed(fitGammaGamma(sample)!.parameters, 2)).toEqual({ p: 6.25, q: 3.74, v: 15.44 });
  });

  it('are the 1.226 occasions in 39 weeks of the customer worked through in Fader, Hardie and Lee (2005), "Implementing the BG/NBD model in Excel"', () => {
    const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    const model: PurchaseModel = { kind: 'bg-nbd', parameters };
    expect(probabilityAlive(model, 2, 30.43, 38.86) * expectedIfAlive(model, 2, 38.86, 39)).toBeCloseTo(1.226, 3);
  });
});
