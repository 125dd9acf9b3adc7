import { define, type ReactiveElement } from './reactive-element.ts';

/** Asks for an element that stands inside another one, where nobody sees its tag appear. */
export function want(tag: string): void {
  document.dispatchEvent(new CustomEvent('vip-want', { detail: tag }));
}

/** Loads and defines an element when its tag first appears in the document or another element wants it, so that a page pays only for what it shows. A module of an element exports it and nothing else. */
export function defineLazily(loaders: Record<string, () => Promise<Record<string, typeof ReactiveElement>>>): void {
  const waiting = new Map(Object.entries(loaders));
  const wanted = new Set<string>();
  const look = (): void => {
    for (const [tag, load] of waiting) {
      if (!wanted.has(tag) && !document.querySelector(tag)) continue;
      waiting.delete(tag);
      load().then((module) => define(tag, Object.values(module)[0]!), () => waiting.set(tag, load));
    }
    if (waiting.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) look();
  });
  document.addEventListener('vip-want', (event) => {
    wanted.add((event as CustomEvent<string>).detail);
    look();
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  look();
}
