/** First in, first out, with cheap removal at the front however long the line is. */
export interface Line<T> extends Iterable<T> {
  push(item: T): void;
  peek(): T | undefined;
  shift(): T | undefined;
  length(): number;
  clear(): void;
}

/** An empty line. */
export function createLine<T>(): Line<T> {
  let items: (T | undefined)[] = [];
  let head = 0;
  return {
    push: (item) => {
      items.push(item);
    },
    peek: () => items[head],
    shift: () => {
      if (head === items.length) return undefined;
      const item = items[head];
      items[head] = undefined;
      head += 1;
      if (head > 1024 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
    length: () => items.length - head,
    clear: () => {
      items = [];
      head = 0;
    },
    * [Symbol.iterator]() {
      for (let index = head; index < items.length; index += 1) yield items[index] as T;
    },
  };
}
