import { describe, expect, it } from 'vitest';
import { differs } from '../../widgets/kpi/differs.ts';
import { windowBefore } from '../../widgets/kpi/window-before.ts';
import { aliveInWords } from '../../widgets/customer-card/worth-section.ts';
import { monthsUpTo } from '../../widgets/customer-card/history-section.ts';
import { sampleAllows } from '../../widgets/satisfaction/sample.ts';

const measure = (value: number, interval?: [number, number]) => ({ period: '2026', n: 100, value, ...(interval && { interval }) });

describe('a change', () => {
  it('is called one only when the interval of the difference leaves out zero', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10: 56/70 and 48/80 differ by 0.2 with interval 0.0524–0.3339; the Wilson intervals are those of the two shares.
    expect(differs(measure(0.6, [0.4904, 0.7004]), measure(0.8, [0.6918, 0.8770]))).toBe(true);
    expect(differs(measure(0.6, [0.4904, 0.7004]), measure(0.65, [0.5403, 0.7454]))).toBe(false);
  });

  it('of a plain count is any change', () => {
    expect(differs(measure(10), measure(11))).toBe(true);
    expect(differs(measure(10), measure(10))).toBe(false);
  });
});

describe('the window before', () => {
  it.each([
    ['2026-11-01', '2026-12-01', '2026-10-01'], ['2026-01-01', '2026-04-01', '2025-10-01'], ['2026-11-10', '2026-11-17', '2026-11-03'], ['2026-03-01', '2026-03-31', '2026-01-30'],
  ])('%s to %s begins on %s and ends where that begins', (from, to, before) => {
    expect(windowBefore(from, to)).toEqual({ from: before, to: from });
  });
});

describe('small samples', () => {
  it.each([[0, 'none'], [1, 'count'], [4, 'count'], [5, 'interval'], [29, 'interval'], [30, 'full']] as const)('%d answers allow: %s', (n, shows) => {
    expect(sampleAllows(n, false)).toBe(shows);
  });

  it('stay hidden when the server hides them, however many they are', () => {
    expect(sampleAllows(40, true)).toBe('count');
  });
});

describe('the card', () => {
  it('says in words how likely somebody is still a customer', () => {
    expect([0.99, 0.7, 0.5, 0.2, 0.01].map(aliveInWords)).toEqual(['aliveMost', 'aliveLikely', 'aliveOpen', 'aliveUnlikely', 'aliveGone']);
  });

  it('names the months of its history back from the as-of date', () => {
    expect(monthsUpTo('2026-02-10', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});
