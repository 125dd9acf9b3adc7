import { define, defineLazily, VipCustomerCard, VipProvider } from './core.ts';

customElements.define('vip-provider', VipProvider);
define('vip-customer-card', VipCustomerCard);

defineLazily({
  'vip-at-risk': async () => (await import('./at-risk/at-risk.ts')).VipAtRisk,
  'vip-cohorts': async () => (await import('./cohorts/cohorts.ts')).VipCohorts,
  'vip-contribution': async () => (await import('./contribution/contribution.ts')).VipContribution,
  'vip-kpi': async () => (await import('./kpi/kpi.ts')).VipKpi,
  'vip-kpi-trend': async () => (await import('./kpi-trend/kpi-trend.ts')).VipKpiTrend,
  'vip-policy-replay': async () => (await import('./policy-replay/policy-replay.ts')).VipPolicyReplay,
  'vip-satisfaction': async () => (await import('./satisfaction/satisfaction.ts')).VipSatisfaction,
  'vip-search': async () => (await import('./search/search.ts')).VipSearch,
  'vip-threshold-advisor': async () => (await import('./threshold-advisor/threshold-advisor.ts')).VipThresholdAdvisor,
  'vip-tier-badge': async () => (await import('./tier-badge/tier-badge.ts')).VipTierBadge,
  'vip-tier-pyramid': async () => (await import('./tier-pyramid/tier-pyramid.ts')).VipTierPyramid,
  'vip-worth': async () => (await import('./worth/worth.ts')).VipWorth,
});
