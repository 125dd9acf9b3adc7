import { createHmac } from 'node:crypto';
import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { deployment } from '../../../../functions/adapters/lambda/environment.ts';
import { parseDay } from '../../../../functions/domain/calendar.ts';
import { customersNamed, withPseudonyms } from '../../../../functions/domain/erasure/customers-named.ts';
import { factWithoutPerson } from '../../../../functions/domain/erasure/fact-without-person.ts';
import { historyWithoutPerson } from '../../../../functions/domain/erasure/history-without-person.ts';
import { Pseudonyms } from '../../../../functions/domain/erasure/pseudonyms.ts';
import { standInsOf } from '../../../../functions/domain/erasure/stand-ins.ts';
import { foldCustomer } from '../../../../functions/domain/ledger/fold-customer.ts';
import type { Fact } from '../../../../functions/domain/ledger/facts.ts';
import { isNamed, partitionsOf } from '../../../../functions/domain/ledger/partition.ts';
import { resolveFacts } from '../../../../functions/domain/ledger/resolve-facts.ts';
import { defaultControlSettings, inControlGroup, sameGroup } from '../../../../functions/domain/lifecycle/control-group.ts';
import { shardOf } from '../../../../functions/domain/shards.ts';
import { everything, her, traces, handles } from '../../../support/erased-customer.ts';
import { factsIn, sentEvents } from '../../../support/random-facts.ts';

const hmac = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
const group = sameGroup(defaultControlSettings);
const pseudonyms = new Pseudonyms(hmac('key'), [], group);
const { calendar, exchange } = deployment();
const settings = { calendar, exchange, excludes: () => false };
const asOf = parseDay('2026-10-31');
const wellFormed = everything.filter(({ detail }) => detail['version'] !== 99 && detail['id'] !== 'E-7009');

describe('a pseudonym', () => {
  it('is the same for the same id and key, another for another, and in the shard and the control group of the id or out of it as she is', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/), (id) => {
      const pseudonym = pseudonyms.ofCustomer(id);
      expect(new Pseudonyms(hmac('key'), [], group).ofCustomer(id)).toBe(pseudonym);
      expect(new Pseudonyms(hmac('other'), [], group).ofCustomer(id)).not.toBe(pseudonym);
      expect(pseudonyms.ofCustomer(`${id}x`)).not.toBe(pseudonym);
      expect(shardOf(pseudonym)).toBe(shardOf(id));
      expect(isNamed(pseudonym)).toBe(false);
      expect(inControlGroup(pseudonym)).toBe(inControlGroup(id));
    }));
  });

  it('stays what it was when it is given, whatever became of the lots', () => {
    const given = pseudonyms.ofCustomer(her);
    const later = new Pseudonyms(hmac('key'), ['erased#other.1', given], () => false);
    expect([later.ofCustomer(her), later.isGivenTo(her), later.isGivenTo('C-OTHER-1'), pseudonyms.isGivenTo(her)]).toEqual([given, true, false, false]);
  });
});

describe('a fact without its person', () => {
  it('has none of the texts that lead to her, and the same without her', () => {
    const hers = factsIn(wellFormed).filter(({ customerId }) => customerId === her);
    expect(new Set(hers.map(({ kind }) => kind)).size).toBe(11);
    const kept = JSON.stringify(hers.map((fact) => factWithoutPerson(fact, pseudonyms)));
    for (const trace of [...traces, ...handles, 'C-OTHER', 'female', 'zh-CN']) expect(kept).not.toContain(trace);
    for (const figure of ['59900', '"score":2', '"region":"上海"', '"points":100', '"purpose":"visit"', '"associateId":"A1"']) expect(kept).toContain(figure);
  });

  it('keeps who was meant apart from everybody else, in facts of others as well', () => {
    const moved: Fact = { kind: 'SaleRecorded', id: 'T1', version: 2, storeId: 'S01', occurredAt: '2026-01-01T00:00:00Z', currency: 'CNY', lines: [], customerId: 'C2', previousCustomerId: her };
    expect(customersNamed(withPseudonyms(moved, (id) => id === her, pseudonyms))).toEqual(['C2', pseudonyms.ofCustomer(her)]);
    expect(withPseudonyms(moved, () => false, pseudonyms)).toBe(moved);
    expect(factWithoutPerson(moved, pseudonyms)).toMatchObject({ id: pseudonyms.ofFact('T1'), customerId: pseudonyms.ofCustomer('C2') });
  });
});

describe('the stand-ins of a customer’s facts', () => {
  it('fold into what her own history is without her, whatever happened', () => {
    fc.assert(fc.property(sentEvents, (events) => {
      const facts = apartInTime(factsIn(events)).filter((fact) => partitionsOf(fact, calendar).includes('C1'));
      const recorded = facts.map((fact, at) => ({ fact, digest: `D${at}` }));
      const partition = pseudonyms.ofCustomer('C1');
      const standIns = standInsOf(recorded, pseudonyms).map(({ fact }) => fact);
      const own = foldCustomer('C1', resolveFacts(recorded).facts, asOf, settings).history;
      expect(historyWithoutPerson(foldCustomer(partition, standIns, asOf, settings).history, partition)).toEqual(historyWithoutPerson(own, partition));
    }), { numRuns: 300 });
  });

  it('let the content that counted count on when its rivals are sent again', () => {
    const sale = (unitPrice: number): Fact => ({ kind: 'SaleRecorded', id: 'T1', version: 1, storeId: 'S01', customerId: her, occurredAt: '2026-01-01T00:00:00Z', currency: 'CNY', lines: [{ sku: 'W', quantity: 1, unitPrice }] });
    const recorded = [1, 2, 3].map((price) => ({ fact: sale(price), digest: `D${price}` }));
    const kept = standInsOf(recorded, pseudonyms).map(({ fact }) => fact);
    const again = recorded.map(({ fact }) => factWithoutPerson(fact, pseudonyms));
    for (const digests of [['A', 'B', 'C', 'D'], ['D', 'C', 'B', 'A']]) {
      const { facts } = resolveFacts([...kept, ...again].map((fact, at) => ({ fact, digest: digests[at]! })));
      expect(facts).toEqual(kept);
      expect(facts).toMatchObject([{ lines: [{ unitPrice: 3 }] }]);
    }
  });
});

/** Facts of one moment are in the order of their ids, which a pseudonym changes; so each gets a moment of its own. */
function apartInTime(facts: readonly Fact[]): Fact[] {
  return facts.map((fact, at) => ({ ...fact, occurredAt: new Date(Date.parse(fact.occurredAt) + at).toISOString() }));
}
