import { createHash, randomUUID } from 'node:crypto';

/** The intrinsic functions of the Amazon States Language, by name; each throws when its arguments do not fit. */
export const INTRINSICS: Readonly<Record<string, (values: unknown[]) => unknown>> = {
  'States.Format': ([template, ...values]) => {
    let next = 0;
    return text(template).replaceAll(/\\([{}\\'])|\{\}/g, (_, escaped: string | undefined) => {
      if (escaped) return escaped;
      const value = values[next];
      next += 1;
      return typeof value === 'string' ? value : JSON.stringify(value);
    });
  },
  'States.StringToJson': ([value]) => JSON.parse(text(value)) as unknown,
  'States.JsonToString': ([value]) => JSON.stringify(value),
  'States.JsonMerge': ([left, right, deep]) => {
    if (deep !== false) throw new TypeError('only a shallow merge (false) is supported');
    return { ...object(left), ...object(right) };
  },
  'States.Array': (values) => values,
  'States.ArrayLength': ([items]) => array(items).length,
  'States.ArrayContains': ([items, value]) => array(items).some((item) => JSON.stringify(item) === JSON.stringify(value)),
  'States.ArrayGetItem': ([items, index]) => {
    const list = array(items);
    if (!(number(index) in list)) throw new RangeError(`no item ${String(index)} in a list of ${list.length}`);
    return list[number(index)];
  },
  'States.ArrayPartition': ([items, size]) => {
    const list = array(items);
    return Array.from({ length: Math.ceil(list.length / number(size)) }, (_, chunk) => list.slice(chunk * number(size), (chunk + 1) * number(size)));
  },
  'States.ArrayRange': ([first, last, step]) => Array.from({ length: Math.floor((number(last) - number(first)) / number(step)) + 1 }, (_, index) => number(first) + index * number(step)),
  'States.ArrayUnique': ([items]) => [...new Map(array(items).map((item) => [JSON.stringify(item), item])).values()],
  'States.MathAdd': ([left, right]) => number(left) + number(right),
  'States.StringSplit': ([value, separators]) => text(value).split(new RegExp(`[${text(separators).replaceAll(/[\]\\^-]/g, String.raw`\$&`)}]`)).filter((part) => part !== ''),
  'States.Base64Encode': ([value]) => Buffer.from(text(value)).toString('base64'),
  'States.Base64Decode': ([value]) => Buffer.from(text(value), 'base64').toString(),
  'States.Hash': ([value, algorithm]) => createHash(text(algorithm).toLowerCase().replace('-', '')).update(typeof value === 'string' ? value : JSON.stringify(value)).digest('hex'),
  'States.UUID': () => randomUUID(),
};

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`${JSON.stringify(value)} is not a string`);
  return value;
}
function number(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError(`${JSON.stringify(value)} is not a number`);
  return value;
}
function array(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${JSON.stringify(value)} is not an array`);
  return value;
}
function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${JSON.stringify(value)} is not an object`);
  return value as Record<string, unknown>;
}
