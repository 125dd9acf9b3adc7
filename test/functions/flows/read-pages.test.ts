import { describe, expect, it } from 'vitest';
import { maskAddress, maskEmail, maskPhone } from '../../../functions/flows/mask.ts';
import { inOrder, pageOf, type Ranked } from '../../../functions/flows/ranked.ts';
import { Remembered } from '../../../functions/flows/remembered.ts';

const entry = (customerId: string, rank: number): Ranked => ({ customerId, rank, version: 1 });
const list = inOrder([entry('C', 2), entry('A', 2), entry('B', 1), entry('D', 9), entry('E', 2)]);
const ids = (entries: readonly Ranked[]) => entries.map(({ customerId }) => customerId).join('');

describe('Pages of a list', () => {
  it('go by rank, then by id, and join up to the whole list whatever their length', () => {
    for (let limit = 1; limit <= 6; limit++) {
      let seen = '';
      let cursor: string | undefined;
      do {
        const page = pageOf(list, limit, cursor);
        seen += ids(page.entries);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(seen, `pages of ${limit}`).toBe('BACED');
    }
  });

  it('go on behind the last one seen, also when a new run has changed the list in between', () => {
    const { next } = pageOf(list, 2, undefined);
    const changed = inOrder([...list.filter(({ customerId }) => customerId !== 'A'), entry('AA', 2), entry('0', 0)]);
    expect(ids(pageOf(changed, 9, next!).entries)).toBe('AACED');
  });

  it.each(['', 'x', 'bnVsbA', Buffer.from('[1]').toString('base64url'), Buffer.from('["1","A"]').toString('base64url')])('refuse the cursor %j', (cursor) => {
    expect(() => pageOf(list, 2, cursor)).toThrow(/cursor/);
  });
});

describe('Remembered answers', () => {
  it('compute a question once, also for those who ask meanwhile, and forget the one asked longest ago', async () => {
    const remembered = new Remembered(2);
    let computed = '';
    const ask = (key: string) => remembered.get(key, async () => { computed += key; await Promise.resolve(); return key; });
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a', 'a', 'b']);
    await ask('a');
    await ask('c');
    await ask('a');
    await ask('b');
    expect(computed).toBe('abcb');
  });

  it('ask again after a failure', async () => {
    const remembered = new Remembered(2);
    await expect(remembered.get('a', () => Promise.reject(new Error('no table')))).rejects.toThrow('no table');
    expect(await remembered.get('a', () => Promise.resolve(1))).toBe(1);
  });
});

describe('Masks', () => {
  it.each([['13812345678', '138****5678'], ['+8613812345678', '+86****5678'], ['5550123', '****23'], ['12', '****12']])('leave of the phone number %s only %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([['lin.wan@example.com', 'l***@example.com'], ['王@example.cn', '王***@example.cn'], ['@example.com', '***'], ['nothing', '***']])('leave of the e-mail address %s only %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it.each([['上海市徐汇区虹桥路一号', '上海***'], ['1 Rd', '***'], ['', '***']])('leave of the address %j only %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});
