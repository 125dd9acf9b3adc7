import type { CustomerScore } from '../score.ts';
import { ByteReader, ByteWriter } from './byte-stream.ts';

/** Probabilities are kept in millionths, which is finer than any model knows them. */
const PROBABILITY_UNIT = 1e6;
const riskLevels = ['none', 'watch', 'high'] as const;

/** Packs the scores of a page of customers, in the order of its histories. */
export function packScores(scores: Iterable<CustomerScore>): Uint8Array {
  const out = new ByteWriter();
  for (const score of scores) {
    out.text(score.tier ?? '');
    out.optional(score.tierSince);
    out.text(score.stage);
    out.unsigned(riskLevels.indexOf(score.riskLevel));
    out.optional(score.pAlive === null ? null : Math.round(score.pAlive * PROBABILITY_UNIT));
    out.optional(score.lifetimeValue);
    out.optional(score.valueAtRisk);
    out.unsigned(score.rfm === null ? 0 : score.rfm[0] * 36 + score.rfm[1] * 6 + score.rfm[2]);
    out.unsigned(score.version);
  }
  return out.bytes();
}

/** Reads packed scores one at a time. */
export function* unpackScores(bytes: Uint8Array): Generator<CustomerScore> {
  const source = new ByteReader(bytes);
  while (!source.done) {
    const tier = source.text() || null;
    const tierSince = source.optional();
    const stage = source.text() as CustomerScore['stage'];
    const riskLevel = riskLevels[source.unsigned()]!;
    const millionths = source.optional();
    const lifetimeValue = source.optional();
    const valueAtRisk = source.optional();
    const rfm = source.unsigned();
    yield {
      tier, tierSince, stage, riskLevel,
      pAlive: millionths === null ? null : millionths / PROBABILITY_UNIT,
      lifetimeValue, valueAtRisk,
      rfm: rfm === 0 ? null : [Math.floor(rfm / 36), Math.floor(rfm / 6) % 6, rfm % 6],
      version: source.unsigned(),
    };
  }
}
