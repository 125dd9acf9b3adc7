import type { Profile } from '../history.ts';
import type { CardPolicy } from '../tiers/policy.ts';

/** What a new card costs the customer and brings its seller, minor units: free from a number of units in one ticket. */
export function cardSale(unitsInTicket: number, card: CardPolicy): { fee: number; sellerEarns: number } {
  return unitsInTicket >= card.freeFromUnits ? { fee: 0, sellerEarns: card.freeSellerEarns } : { fee: card.price, sellerEarns: card.sellerEarns };
}

/** The same for a card by how it was obtained; null for one that was neither sold nor given for a large ticket. */
export function cardObtained(obtained: Profile['obtained'], card: CardPolicy): { fee: number; sellerEarns: number } | null {
  if (obtained === 'paid') return cardSale(0, card);
  return obtained === 'free-by-ticket' ? cardSale(card.freeFromUnits, card) : null;
}

/** What an associate earns for her complete enrolments of a month: the reward once she has reached the number, and no more for more. */
export function contestReward(completeEnrolments: number, { contest }: CardPolicy): number {
  return completeEnrolments >= contest.enrolments ? contest.reward : 0;
}
