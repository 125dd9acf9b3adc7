import type { HealthAnswer } from '../contract/service-answers.ts';
import type { Customers, Ledger, Runs } from '../ports.ts';

/** A customer nobody is: reading her shows that a table answers. */
const nobody = 'health-check';

/** Whether all three tables answer, and whether a run has been published. Throws what a table throws. */
export async function readHealth({ runs, ledger, customers }: { runs: Runs; ledger: Ledger; customers: Customers }): Promise<HealthAnswer> {
  const [publication] = await Promise.all([runs.published(), ledger.factsOf(nobody), customers.read([{ customerId: nobody, sequence: 0 }])]);
  return { status: 'ok', published: publication !== null, asOf: publication?.asOf ?? null };
}
