import { describe, expect, it } from 'vitest';
import { emptyHistory, emptyProfile } from '../../../../functions/domain/history.ts';
import { phoneEndOf } from '../../../../functions/domain/ledger/profile-of.ts';
import { matchesOf, soughtFrom } from '../../../../functions/domain/search/matches-of.ts';

const wan = { ...emptyHistory('C0042'), profile: { ...emptyProfile, name: '林婉 Lín Wan', phoneEnd: '2107' } };
const nameless = emptyHistory('K7');
const found = (typed: string, seesContacts = true) => matchesOf(wan, soughtFrom(typed), seesContacts);

describe('finding a customer', () => {
  it.each([
    ['the beginning of her id', 'c00', ['id']],
    ['the beginning of her id in full-width letters', 'Ｃ００', ['id']],
    ['a part of her name', '婉', ['name']],
    ['her name in capitals, with blanks around it', ' LÍN w ', ['name']],
    ['the last four digits of her phone', '2107', ['phone']],
    ['her whole phone number, however it is written', '+86 138-1234 2107', ['phone']],
    ['the same in full-width digits', '２１０７', ['phone']],
    ['nothing at all', '', ['id']],
  ])('takes %s', (_, typed, matched) => {
    expect(found(typed)).toEqual(matched);
  });

  it.each([['an inner part of her id', '0042'], ['three digits', '107'], ['other digits', '2108'], ['another name', '王'], ['digits within a text', 'wan 2107']])('does not take %s', (_, typed) => {
    expect(found(typed)).toEqual([]);
  });

  it('looks at no phone number that the reader may not see', () => {
    expect(found('2107', false)).toEqual([]);
  });

  it('finds nobody by a name or phone that is not known', () => {
    expect(matchesOf(nameless, soughtFrom('null'), true)).toEqual([]);
    expect(matchesOf(nameless, soughtFrom('0000'), true)).toEqual([]);
  });
});

it('the end of a phone number keeps its zeros, and a number of three digits has none', () => {
  expect(['138 0000 0042', '(021) 5555-0007', '110', ''].map(phoneEndOf)).toEqual(['0042', '0007', null, null]);
});
