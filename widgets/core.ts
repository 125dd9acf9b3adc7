/**
 * What every page loads at once. Elements that load later import this module as well, for no other reason than that the bundler
 * then puts all of it into one file: smaller than four that compress apart, and one request instead of a chain.
 */
export { VipCustomerCard } from './customer-card/customer-card.ts';
export { VipProvider } from './provider/provider.ts';
export { defineLazily } from './internal/define-lazily.ts';
export { define } from './internal/reactive-element.ts';
