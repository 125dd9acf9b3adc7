/** Which KPIs each part of the monthly report shows, in this order; one that the catalogue does not have is left out. */
export const reportFigures = {
  whole: [
    'members', 'new-members', 'active-customers',
    'net-sales', 'new-customer-sales', 'existing-customer-sales', 'contribution-rate',
    'orders', 'customers', 'purchase-frequency', 'units-per-ticket', 'units-per-customer', 'average-unit-price', 'average-order-value',
    'retention-rate', 'churn-rate', 'dead-card-rate', 'tier-upgrades', 'tier-downgrades', 'csat', 'nps',
  ],
  category: ['net-sales', 'units-sold', 'average-unit-price'],
  store: ['net-sales', 'members', 'new-members', 'customers', 'average-order-value', 'units-per-ticket', 'contribution-rate', 'retention-rate', 'dead-card-rate'],
  associate: ['net-sales', 'customers', 'average-order-value', 'units-per-ticket'],
  /** Of the customers an associate owns. */
  owner: ['file-completeness', 'contacts-made-rate'],
  ageBand: ['members', 'net-sales'],
} as const;
