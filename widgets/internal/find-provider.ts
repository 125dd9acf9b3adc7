import type { VipProvider } from '../provider/provider.ts';
import { closestAcross } from './language.ts';

/** The provider around an element, else the last one before it in the page, else none. */
export function findProvider(element: Element): VipProvider | null {
  const around = closestAcross(element, 'vip-provider');
  if (around) return around as VipProvider;
  const before = [...document.querySelectorAll('vip-provider')]
    .filter((provider) => provider.compareDocumentPosition(outermostHost(element)) & Node.DOCUMENT_POSITION_FOLLOWING);
  return (before.at(-1) ?? null) as VipProvider | null;
}

function outermostHost(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? outermostHost(root.host) : element;
}
