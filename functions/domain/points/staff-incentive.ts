import type { CardPolicy } from '../tiers/policy.ts';

/** What a new card costs the customer and brings its seller, minor units: free from a number of units in one ticket. */
export function cardSale(unitsInTicket: number, card: CardPolicy): { fee: number; sellerEarns: number } {
  return unitsInTicket >= card.freeFromUnits ? { fee: 0, sellerEarns: card.freeSellerEarns } : { fee: card.price, sellerEarns: card.sellerEarns };
}

/** What an associate earns for her complete enrolments of a month: the reward once she has reached the number, and no more for more. */
export function contestReward(completeEnrolments: number, { contest }: CardPolicy): number {
  return completeEnrolments >= contest.enrolments ? contest.reward : 0;
}
