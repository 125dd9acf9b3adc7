/** Loads and defines an element when its tag first appears in the document, so that a page pays only for what it shows. */
export function defineLazily(loaders: Record<string, () => Promise<CustomElementConstructor>>): void {
  const waiting = new Map(Object.entries(loaders));
  const define = (root: ParentNode): void => {
    for (const [tag, load] of waiting) {
      if (!root.querySelector(tag)) continue;
      waiting.delete(tag);
      load().then((element) => customElements.define(tag, element), () => waiting.set(tag, load));
    }
    if (waiting.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) define(document);
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  define(document);
}
