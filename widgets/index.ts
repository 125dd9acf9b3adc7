import { VipCustomerCard } from './customer-card/customer-card.ts';
import { defineLazily } from './internal/define-lazily.ts';
import { define } from './internal/reactive-element.ts';
import { VipProvider } from './provider/provider.ts';

customElements.define('vip-provider', VipProvider);
define('vip-customer-card', VipCustomerCard);

defineLazily({
  'vip-tier-badge': async () => (await import('./tier-badge/tier-badge.ts')).VipTierBadge,
  'vip-tier-pyramid': async () => (await import('./tier-pyramid/tier-pyramid.ts')).VipTierPyramid,
  'vip-kpi': async () => (await import('./kpi/kpi.ts')).VipKpi,
});
