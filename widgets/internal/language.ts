import type { Language } from '../../functions/contract/localized.ts';

/** The product's language nearest to a BCP 47 tag: traditional script for Taiwan, Hong Kong and Macau, simplified for other Chinese, else English. */
export function languageOf(tag: string): Language {
  const lower = tag.toLowerCase();
  if (!lower.startsWith('zh')) return 'en';
  return /hant|-(tw|hk|mo)\b/.test(lower) ? 'zh-TW' : 'zh-CN';
}

/** The nearest element up the tree, through shadow roots, that matches a selector. */
export function closestAcross(start: Element, selector: string): Element | null {
  for (let from: Element | null = start; from;) {
    const found: Element | null = from.closest(selector);
    if (found) return found;
    const root: Node = from.getRootNode();
    from = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The language an element is to speak: the closest `lang`, but the provider's before the whole page's. */
export function languageFor(element: Element, provider: Element | null): Language {
  const closest = closestAcross(element, '[lang]');
  const ofProvider = provider?.getAttribute('lang');
  const tag = closest === document.documentElement && ofProvider ? ofProvider : closest?.getAttribute('lang');
  return languageOf(tag || ofProvider || navigator.language);
}

const watchers = new Set<() => void>();
let observer: MutationObserver | null = null;

/** Calls back whenever some `lang` in the page changes; returns how to stop. One observer serves all widgets. */
export function watchLanguage(changed: () => void): () => void {
  if (!observer) {
    observer = new MutationObserver(() => { for (const watcher of watchers) watcher(); });
    observer.observe(document.documentElement, { subtree: true, attributeFilter: ['lang'] });
  }
  watchers.add(changed);
  return () => watchers.delete(changed);
}
