import { CommandFailed } from '../cli/errors.ts';
import type { Stack } from '../cli/stack.ts';
import { laptopToken } from '../cli/token/laptop-token.ts';

/** Puts a document of the sample chain's over the API, as head office would. Throws CommandFailed with the refusal. */
export async function putDocument(endpoint: string, { outputs }: Stack, path: string, document: object): Promise<void> {
  const token = await laptopToken(endpoint, { role: 'head-office', ttlSeconds: 60 });
  const answer = await fetch(`${outputs.ApiUrl.replace(/\/$/, '')}/v1/${path}`, {
    method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(document),
  });
  if (!answer.ok) throw new CommandFailed(`the sample chain's ${path} was refused (${answer.status}): ${await answer.text()}`);
}
