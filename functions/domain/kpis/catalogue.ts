import type { Kpi } from './kpi.ts';
import { activeCustomers } from './catalogue/active-customers.ts';
import { attachRate } from './catalogue/attach-rate.ts';
import { averageOrderValue } from './catalogue/average-order-value.ts';
import { averageUnitPrice } from './catalogue/average-unit-price.ts';
import { benefitCost } from './catalogue/benefit-cost.ts';
import { ces } from './catalogue/ces.ts';
import { churnRate } from './catalogue/churn-rate.ts';
import { cohortRetention } from './catalogue/cohort-retention.ts';
import { complaintsPerThousand } from './catalogue/complaint-rate.ts';
import { complaintReopenRate } from './catalogue/complaint-reopen-rate.ts';
import { complaintResolvedRate } from './catalogue/complaint-resolved-rate.ts';
import { contactsDue } from './catalogue/contacts-due.ts';
import { contactsMadeRate } from './catalogue/contacts-made-rate.ts';
import { contributionRate } from './catalogue/contribution-rate.ts';
import { coreCsat } from './catalogue/core-csat.ts';
import { csat } from './catalogue/csat.ts';
import { customerEquity } from './catalogue/customer-equity.ts';
import { customers } from './catalogue/customers.ts';
import { deadCardRate } from './catalogue/dead-card-rate.ts';
import { existingCustomerSales } from './catalogue/existing-customer-sales.ts';
import { fileCompleteness } from './catalogue/file-completeness.ts';
import { firstReplyMedian } from './catalogue/first-reply.ts';
import { firstReplyP90 } from './catalogue/first-reply-p90.ts';
import { keyCustomerShare } from './catalogue/key-customer-share.ts';
import { members } from './catalogue/members.ts';
import { netSales } from './catalogue/net-sales.ts';
import { newCustomerSales } from './catalogue/new-customer-sales.ts';
import { newCustomers } from './catalogue/new-customers.ts';
import { newMembers } from './catalogue/new-members.ts';
import { nps } from './catalogue/nps.ts';
import { occasions } from './catalogue/occasions.ts';
import { openComplaints } from './catalogue/open-complaints.ts';
import { orders } from './catalogue/orders.ts';
import { overdueComplaints } from './catalogue/overdue-complaints.ts';
import { pointsBreakage } from './catalogue/points-breakage.ts';
import { pointsLiability } from './catalogue/points-liability.ts';
import { purchaseFrequency } from './catalogue/purchase-frequency.ts';
import { repeatRate } from './catalogue/repeat-rate.ts';
import { repurchaseAfterComplaints } from './catalogue/repurchase-after-complaint.ts';
import { resolutionTimeMedian } from './catalogue/resolution-time.ts';
import { resolutionTimeP90 } from './catalogue/resolution-time-p90.ts';
import { responseRate } from './catalogue/response-rate.ts';
import { retentionRate } from './catalogue/retention-rate.ts';
import { slaAttainmentShare } from './catalogue/sla-attainment.ts';
import { tierDowngrades } from './catalogue/tier-downgrades.ts';
import { tierMix } from './catalogue/tier-mix.ts';
import { tierRetention } from './catalogue/tier-retention.ts';
import { tierUpgrades } from './catalogue/tier-upgrades.ts';
import { topShare } from './catalogue/top-share.ts';
import { unitsPerCustomer } from './catalogue/units-per-customer.ts';
import { unitsPerTicket } from './catalogue/units-per-ticket.ts';
import { unitsSold } from './catalogue/units-sold.ts';
import { valueAtRisk } from './catalogue/value-at-risk.ts';
import { winbackUplift } from './catalogue/winback-uplift.ts';

/** Every KPI of the product. Adding one is a file in `catalogue/` and a line here; API, documentation and widgets follow. */
export const kpiCatalogue: readonly Kpi[] = [
  netSales, orders, unitsSold, occasions, customers, newCustomers, newCustomerSales, existingCustomerSales, members, newMembers, activeCustomers, purchaseFrequency,
  averageOrderValue, unitsPerTicket, unitsPerCustomer, averageUnitPrice, attachRate,
  repeatRate, churnRate, retentionRate, cohortRetention,
  topShare, keyCustomerShare, contributionRate, deadCardRate,
  tierMix, tierUpgrades, tierDowngrades, tierRetention, benefitCost, pointsLiability, pointsBreakage,
  csat, nps, ces, coreCsat, responseRate,
  firstReplyMedian, firstReplyP90, resolutionTimeMedian, resolutionTimeP90, slaAttainmentShare,
  complaintsPerThousand, openComplaints, overdueComplaints, complaintResolvedRate, complaintReopenRate, repurchaseAfterComplaints, fileCompleteness,
  customerEquity, valueAtRisk, winbackUplift,
  contactsDue, contactsMadeRate,
];

/** The KPI with an id, if there is one. */
export function kpiById(id: string): Kpi | undefined {
  return kpiCatalogue.find((kpi) => kpi.id === id);
}
