import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../infra/local/bus/event-pattern.ts';

const matches = (pattern: Record<string, unknown>, event: Record<string, unknown>) => compilePattern(pattern)(event);

/** Operators and examples as documented: EventBridge user guide, "Comparison operators for use in event patterns". */
const operators: [operator: string, pattern: Record<string, unknown>, yes: unknown[], no: unknown[]][] = [
  ['exact text', { f: ['Alice'] }, ['Alice'], ['alice', 'Alic', undefined, null, 1]],
  ['one of several', { f: ['Credit', 'Debit'] }, ['Credit', 'Debit'], ['Cash']],
  ['exact number', { f: [100] }, [100, 100.0], ['100', 101]],
  ['true and false', { f: [true] }, [true], [false, 'true']],
  ['null', { f: [null] }, [null], ['', undefined, 0]],
  ['empty text', { f: [''] }, [''], [null, undefined, ' ']],
  ['prefix', { f: [{ prefix: 'us-' }] }, ['us-east-1', 'us-'], ['eu-us-', 'US-east-1', 7]],
  ['prefix ignoring case', { f: [{ prefix: { 'equals-ignore-case': 'eventb' } }] }, ['EventBridge', 'eventb'], ['event']],
  ['suffix', { f: [{ suffix: '.png' }] }, ['a.png', '.png'], ['a.PNG', 'png']],
  ['suffix ignoring case', { f: [{ suffix: { 'equals-ignore-case': 'tBridge' } }] }, ['EventBridge', 'EVENTBRIDGE'], ['bridge']],
  ['equals ignoring case', { f: [{ 'equals-ignore-case': 'alice' }] }, ['ALICE', 'Alice'], ['alices']],
  ['wildcard', { f: [{ wildcard: 'dir/*.png' }] }, ['dir/a.png', 'dir/.png', 'dir/b/c.png'], ['dir/a.png2', 'xdir/a.png', 'dir/axpng']],
  ['wildcard with an escaped star', { f: [{ wildcard: 'a\\*b*' }] }, ['a*b', 'a*bc'], ['axb']],
  ['anything but a text', { f: [{ 'anything-but': 'initializing' }] }, ['running', 5, null], ['initializing', undefined]],
  ['anything but several', { f: [{ 'anything-but': ['stopped', 'overloaded'] }] }, ['running'], ['stopped', 'overloaded']],
  ['anything but a number', { f: [{ 'anything-but': 123 }] }, [124, '123'], [123]],
  ['anything but a prefix', { f: [{ 'anything-but': { prefix: 'init' } }] }, ['running'], ['init', 'initializing']],
  ['anything but several prefixes', { f: [{ 'anything-but': { prefix: ['a', 'b'] } }] }, ['c'], ['ab', 'ba']],
  ['anything but a suffix', { f: [{ 'anything-but': { suffix: '.txt' } }] }, ['a.png'], ['a.txt']],
  ['anything but ignoring case', { f: [{ 'anything-but': { 'equals-ignore-case': 'initializing' } }] }, ['running'], ['INITIALIZING']],
  ['anything but a wildcard', { f: [{ 'anything-but': { wildcard: '*/lib/*' } }] }, ['/bin/a'], ['/usr/lib/a']],
  ['numeric comparison', { f: [{ numeric: ['>', 10] }] }, [10.5], [10, '11']],
  ['numeric equality', { f: [{ numeric: ['=', 3.018e2] }] }, [301.8], [301]],
  ['numeric range', { f: [{ numeric: ['>', 10, '<=', 20] }] }, [11, 20], [10, 21]],
  ['IPv4 block', { f: [{ cidr: '10.0.0.0/24' }] }, ['10.0.0.255'], ['10.0.1.0', 'nowhere']],
  ['IPv6 block', { f: [{ cidr: '2001:db8::/32' }] }, ['2001:db8::1'], ['2001:db9::1', '10.0.0.1']],
  ['exists', { f: [{ exists: true }] }, ['', null, 0, []], [undefined, { g: 1 }]],
  ['does not exist', { f: [{ exists: false }] }, [undefined, { g: 1 }], ['', null]],
  ['text or absence', { f: ['a', { exists: false }] }, ['a', undefined], ['b']],
];

describe('an event pattern', () => {
  it.each(operators)('knows %s', (_, pattern, yes, no) => {
    for (const value of yes) expect([value, matches(pattern, value === undefined ? {} : { f: value })]).toEqual([value, true]);
    for (const value of no) expect([value, matches(pattern, value === undefined ? {} : { f: value })]).toEqual([value, false]);
  });

  it('needs every field to match, however deep', () => {
    const pattern = { source: ['pos'], detail: { store: { city: ['Shanghai'] } } };
    expect(matches(pattern, { source: 'pos', detail: { store: { city: 'Shanghai', size: 3 } } })).toBe(true);
    expect(matches(pattern, { source: 'pos', detail: { store: { city: 'Suzhou' } } })).toBe(false);
    expect(matches(pattern, { source: 'crm', detail: { store: { city: 'Shanghai' } } })).toBe(false);
    expect(matches(pattern, { source: 'pos', detail: { store: 'Shanghai' } })).toBe(false);
  });

  it('matches an array when any of its items does, and excludes it when any item is excluded', () => {
    expect(matches({ tags: ['new'] }, { tags: ['old', 'new'] })).toBe(true);
    expect(matches({ tags: [{ prefix: 'ne' }] }, { tags: ['old'] })).toBe(false);
    expect(matches({ tags: [{ 'anything-but': 'new' }] }, { tags: ['old', 'new'] })).toBe(false);
  });

  it('wants two fields of a list of objects in the same object', () => {
    const pattern = { lines: { sku: ['A'], quantity: [2] } };
    expect(matches(pattern, { lines: [{ sku: 'A', quantity: 1 }, { sku: 'A', quantity: 2 }] })).toBe(true);
    expect(matches(pattern, { lines: [{ sku: 'A', quantity: 1 }, { sku: 'B', quantity: 2 }] })).toBe(false);
  });

  it('takes either branch of $or, beside the other fields', () => {
    const pattern = { source: ['pos'], $or: [{ city: ['New York'] }, { day: ['Monday'] }] };
    expect(matches(pattern, { source: 'pos', day: 'Monday' })).toBe(true);
    expect(matches(pattern, { source: 'pos', city: 'New York' })).toBe(true);
    expect(matches(pattern, { source: 'pos', city: 'Rome' })).toBe(false);
    expect(matches(pattern, { source: 'crm', day: 'Monday' })).toBe(false);
  });

  it.each([
    [{}], [{ f: [] }], [{ f: 'text' }], [{ f: [{ like: 'x' }] }], [{ f: [{ numeric: ['!', 1] }] }], [{ f: [{ numeric: ['>'] }] }],
    [{ f: [{ cidr: 'here' }] }], [{ f: [{ exists: 'yes' }] }], [{ f: [{ 'anything-but': { numeric: ['>', 1] } }] }], [{ f: [{ wildcard: 'a**' }] }], [{ f: [{ prefix: 'a', suffix: 'b' }] }],
  ])('is refused when it is not one: %j', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(SyntaxError);
  });
});
