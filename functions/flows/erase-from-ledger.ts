import { customersNamed, withPseudonyms } from '../domain/erasure/customers-named.ts';
import { standInsOf } from '../domain/erasure/stand-ins.ts';
import type { Clock, Erased, Ledger } from '../ports.ts';

/**
 * Moves the facts of a customer to the partition of her pseudonym, with nothing in them that tells who she was, and puts the pseudonym into facts of others that name her.
 * What takes their place is written before anything is deleted, so that an erasure that broke off loses nothing and is simply done again.
 */
export async function eraseFromLedger(customerId: string, { pseudonyms }: Pick<Erased, 'pseudonyms'>, { ledger, clock }: { ledger: Ledger; clock: Clock }): Promise<void> {
  const recorded = await ledger.factsOf(customerId);
  const elsewhere = new Set([...recorded.flatMap(({ fact }) => customersNamed(fact)), ...await ledger.referrersOf(customerId)]);
  elsewhere.delete(customerId);
  for (const partition of elsewhere) {
    const naming = (await ledger.factsOf(partition)).filter(({ fact }) => customersNamed(fact).includes(customerId));
    await ledger.append(naming.map(({ fact, arrivedAt }) => ({ partition, arrivedAt, fact: withPseudonyms(fact, (named) => named === customerId, pseudonyms) })), clock.now());
    await ledger.remove(partition, naming);
  }
  const partition = pseudonyms.ofCustomer(customerId);
  await ledger.append(standInsOf(recorded, pseudonyms).map(({ fact, arrivedAt }) => ({ partition, arrivedAt, fact })), clock.now());
  await ledger.forget(customerId, recorded, clock.now());
}
