import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../../../functions/domain/value/numeric/gauss-legendre.ts';
import { digamma } from '../../../../functions/domain/value/special/digamma.ts';
import { gaussFraction } from '../../../../functions/domain/value/special/gauss-fraction.ts';
import { incompleteBeta } from '../../../../functions/domain/value/special/incomplete-beta.ts';
import { logGamma } from '../../../../functions/domain/value/special/log-gamma.ts';
import { negativeBinomial } from '../../../../functions/domain/value/special/negative-binomial.ts';
import { multiplyFactors, noFactors } from '../../../../functions/domain/value/special/rising-factorial.ts';
import { trigamma } from '../../../../functions/domain/value/special/trigamma.ts';

const EULER = 0.577_215_664_901_532_9;

describe('special functions', () => {
  // Closed forms: NIST DLMF 5.4.
  it.each([
    ['log Γ(1)', logGamma(1), 0], ['log Γ(1/2)', logGamma(0.5), Math.log(Math.PI) / 2], ['log Γ(11)', logGamma(11), Math.log(3_628_800)],
    ['log Γ(10⁻⁸)', logGamma(1e-8), Math.log(1e8) - EULER * 1e-8], ['log Γ(171)', logGamma(171), 706.573_062_245_787_5],
    ['ψ(1)', digamma(1), -EULER], ['ψ(1/2)', digamma(0.5), -EULER - 2 * Math.log(2)], ['ψ(100)', digamma(100), 4.600_161_852_738_087],
    ['ψ′(1)', trigamma(1), Math.PI ** 2 / 6], ['ψ′(1/2)', trigamma(0.5), Math.PI ** 2 / 2],
  ])('%s', (_, got, wanted) => {
    expect(Math.abs(got - wanted)).toBeLessThan(1e-14 * Math.max(1, Math.abs(wanted)));
  });

  it.each([
    // I_z(a, 1) = z^a and I_z(1, b) = 1 − (1 − z)^b; I_½(a, a) = ½; DLMF 8.17.5 for whole numbers.
    [incompleteBeta(0.3, 2.5, 1), 0.3 ** 2.5], [incompleteBeta(0.9, 1, 4.2), 1 - 0.1 ** 4.2], [incompleteBeta(0.5, 37.5, 37.5), 0.5],
    [incompleteBeta(0.4, 2, 3), 6 * 0.4 ** 2 * 0.6 ** 2 + 4 * 0.4 ** 3 * 0.6 + 0.4 ** 4], [incompleteBeta(0, 2, 3), 0], [incompleteBeta(1, 2, 3), 1],
  ])('the incomplete beta function %d', (got, wanted) => {
    expect(got).toBeCloseTo(wanted, 13);
  });

  it('Gauss’s fraction is −log(1−z)/z at b = 1, c = 2, also near z = 1 (DLMF 15.4.1)', () => {
    for (const z of [0.01, 0.5, 0.9, 0.999, 0.999_99]) expect(gaussFraction(1, 2, z) * z / -Math.log1p(-z)).toBeCloseTo(1, 11);
  });

  it('rising factorials are the same by factors and by gamma functions', () => {
    for (const z of [0.01, 0.7, 12, 5000]) {
      const long = noFactors();
      multiplyFactors(long, z, 0, 1000);
      const short = noFactors();
      for (let n = 0; n < 1000; n += 100) multiplyFactors(short, z, n, n + 100);
      expect(long.value / short.value).toBeCloseTo(1, 12);
      expect(long.first / short.first).toBeCloseTo(1, 12);
      expect(long.second / short.second).toBeCloseTo(1, 11);
    }
  });

  it('negative binomial probabilities sum to 1, also of shapes whose zero is too unlikely for a double', () => {
    const sum = (shape: number, w: number, upTo: number) => Array.from({ length: upTo }, (_, k) => negativeBinomial(k, shape, w)).reduce((total, p) => total + p, 0);
    expect(sum(0.24, 0.9, 2000)).toBeCloseTo(1, 12);
    expect(sum(3000, 0.4, 4000)).toBeCloseTo(1, 9);
  });

  it('an n-point Gauss–Legendre rule is exact up to degree 2n − 1', () => {
    const { nodes, weights } = gaussLegendre(12);
    for (const degree of [0, 1, 10, 23]) {
      const integral = nodes.reduce((sum, x, j) => sum + weights[j]! * x ** degree, 0);
      expect(integral).toBeCloseTo(1 / (degree + 1), 14);
    }
  });
});
