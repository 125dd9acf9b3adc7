import { setTimeout as pause } from 'node:timers/promises';
import type { ErasureAnswer } from '../../../functions/contract/erasure-answers.ts';
import { ApiClient, ApiRefusal } from '../api-client.ts';
import { CommandFailed, UnusableInput } from '../errors.ts';
import { command, stackFlag, type Usage } from '../options.ts';
import { findStack } from '../stack.ts';

const usage: Usage = {
  name: 'erase',
  arguments: 'CUSTOMER',
  says: 'Takes out everything that leads to a customer, for good, also should it be sent again. What was sold still counts.\nFor a deployed stack set GUIBIN_TOKEN to a token or API key of head office.',
  flags: { json: { says: 'print the answer as JSON' }, ...stackFlag },
};

const askedEveryMs = 2_000;

/** `guibin erase`. Exit code 0 when nothing of her is left, 1 when the API cannot do it or knows no such customer. */
export const runErase = command(usage, async (options) => {
  const [customerId, ...rest] = options.positionals;
  if (customerId === undefined || rest.length > 0) throw new UnusableInput('name one customer: guibin erase CUSTOMER');
  const api = await ApiClient.of(await findStack(options.text('stack'), process.env), process.env);
  let erasure = await ordered(api, customerId);
  if (erasure.state === 'open') console.error('a night is under way; the erasure is done when it ends …');
  while (erasure.state === 'open') {
    await pause(askedEveryMs);
    erasure = await api.get<ErasureAnswer>(`/erasures/${erasure.id}`);
  }
  console.log(options.has('json') ? JSON.stringify(erasure, null, 2) : `erased; receipt ${erasure.id}, ordered ${erasure.requestedAt} by ${erasure.requestedBy}, done ${erasure.doneAt}`);
  return 0;
});

async function ordered(api: ApiClient, customerId: string): Promise<ErasureAnswer> {
  try {
    return await api.delete<ErasureAnswer>(`/customers/${encodeURIComponent(customerId)}`);
  } catch (error) {
    throw error instanceof ApiRefusal ? new CommandFailed(error.message) : error;
  }
}
