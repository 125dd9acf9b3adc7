import { define, defineLazily, VipCustomerCard, VipProvider } from './core.ts';

customElements.define('vip-provider', VipProvider);
define('vip-customer-card', VipCustomerCard);

defineLazily({
  'vip-at-risk': () => import('./at-risk/at-risk.ts'),
  'vip-birthdays': () => import('./birthdays/birthdays.ts'),
  'vip-cohorts': () => import('./cohorts/cohorts.ts'),
  'vip-contacts': () => import('./contacts/contacts.ts'),
  'vip-contribution': () => import('./contribution/contribution.ts'),
  'vip-kpi': () => import('./kpi/kpi.ts'),
  'vip-kpi-trend': () => import('./kpi-trend/kpi-trend.ts'),
  'vip-policy-replay': () => import('./policy-replay/policy-replay.ts'),
  'vip-report': () => import('./report/report.ts'),
  'vip-satisfaction': () => import('./satisfaction/satisfaction.ts'),
  'vip-search': () => import('./search/search.ts'),
  'vip-service': () => import('./service/service.ts'),
  'vip-threshold-advisor': () => import('./threshold-advisor/threshold-advisor.ts'),
  'vip-tier-badge': () => import('./tier-badge/tier-badge.ts'),
  'vip-tier-pyramid': () => import('./tier-pyramid/tier-pyramid.ts'),
  'vip-worth': () => import('./worth/worth.ts'),
});
