import { describe, expect, it } from 'vitest';
import { speaksOf, tracesOf, idsIn } from '../../../../functions/domain/erasure/traces.ts';
import type { Fact } from '../../../../functions/domain/ledger/facts.ts';

const enrolled: Fact = {
  kind: 'CustomerEnrolled', id: 'E1', version: 1, storeId: 'S01', customerId: 'C4', occurredAt: '2026-01-01T00:00:00Z', hard: { name: '林婉仪', phone: '13812342107', email: 'w@example.com' },
};
const traces = tracesOf('C4', [enrolled]);
/** A rejected event as it lies in the dead letters: JSON within JSON. */
const letter = (detail: object) => JSON.stringify({ messageId: 'M', reason: 'no', body: JSON.stringify({ 'detail-type': 'SaleRecorded', detail }) });

describe('a dead letter speaks of a customer', () => {
  it.each<[string, string, boolean]>([
    ['with her id', letter({ customerId: 'C4' }), true],
    ['with her id in a body that is no JSON', '{"customerId":"C4", oops', true],
    ['with an id that begins like hers', letter({ customerId: 'C42' }), false],
    ['with an id that ends like hers', letter({ customerId: 'XC4' }), false],
    ['with her phone number and the id of somebody else', letter({ customerId: 'C9', note: 'call 13812342107' }), true],
    ['with her name and no id', letter({ hard: { name: '林婉仪' } }), true],
    ['with her name, escaped', '{\\"name\\":\\"\\u6797\\u5a49\\u4eea\\"}', true],
    ['with her name and the id of somebody else, who may be called the same', letter({ customerId: 'C9', hard: { name: '林婉仪' } }), false],
    ['with a number that is her id and means something else', letter({ customerId: 'C9', version: 'C4' }), false],
    ['with nothing of her', letter({ customerId: 'C9', hard: { name: '王芳' } }), false],
  ])('%s', (_, text, speaks) => {
    expect(speaksOf(traces, text)).toBe(speaks);
  });

  it('of which one knows only a digest when her id stands where an id belongs, or is a word too long for chance', () => {
    expect(idsIn(letter({ customerId: '12', previousCustomerId: 'C9', quantity: 12, note: 'see CARD-77' }))).toEqual(new Set(['12', 'C9', 'messageId', 'reason', 'detail-type', 'SaleRecorded', 'detail', 'customerId', 'previousCustomerId', 'quantity', 'CARD-77']));
    expect(idsIn('{"customerId":4711,')).toContain('4711');
  });
});
