import { presets } from '../../functions/domain/tiers/presets.ts';
import { CommandFailed } from '../cli/errors.ts';
import type { Stack } from '../cli/stack.ts';
import { laptopToken } from '../cli/token/laptop-token.ts';

/** Gives the sample chain its member cards: standard, gold and diamond, over the API as head office would. Throws CommandFailed with the refusal. */
export async function publishPolicy(endpoint: string, { outputs }: Stack): Promise<void> {
  const token = await laptopToken(endpoint, { role: 'head-office', ttlSeconds: 60 });
  const answer = await fetch(`${outputs.ApiUrl.replace(/\/$/, '')}/v1/policy`, {
    method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(presets.cards),
  });
  if (!answer.ok) throw new CommandFailed(`the sample chain's policy was refused (${answer.status}): ${await answer.text()}`);
}
