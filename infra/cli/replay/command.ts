import { readFile } from 'node:fs/promises';
import type { PolicyReplayAnswer } from '../../../functions/contract/policy-answers.ts';
import { ApiClient, ApiRefusal } from '../api-client.ts';
import { CommandFailed, UnusableInput } from '../errors.ts';
import { command, stackFlag, type Usage } from '../options.ts';
import { findStack } from '../stack.ts';
import { replayTable } from './replay-table.ts';

const usage: Usage = {
  name: 'replay',
  arguments: 'POLICY.json',
  says: 'Judges every customer by a draft policy and says who would move, beside the policy in force. Nothing is changed.\nFor a deployed stack set GUIBIN_TOKEN to a token or API key of head office.',
  flags: {
    'as-of': { takes: 'DATE', says: 'judge everybody on an earlier business day' },
    json: { says: 'print the whole answer as JSON' },
    ...stackFlag,
  },
};

/** `guibin replay`. Exit code 0 with the answer, 2 with path and reason for a policy that breaks a rule, 1 when the API cannot answer. */
export const runReplay = command(usage, async (options) => {
  const [file, ...rest] = options.positionals;
  if (file === undefined || rest.length > 0) throw new UnusableInput('name one policy document: guibin replay POLICY.json');
  const policy = await readPolicy(file);
  const api = await ApiClient.of(await findStack(options.text('stack'), process.env), process.env);
  const replay = await ordered(api, { policy, asOf: options.text('as-of') }, file);
  console.log(options.has('json') ? JSON.stringify(replay, null, 2) : replayTable(replay));
  return 0;
});

async function readPolicy(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UnusableInput(`cannot read ${file}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnusableInput(`${file} is not JSON: ${(error as Error).message}`);
  }
}

async function ordered(api: ApiClient, order: { policy: unknown; asOf: string | undefined }, file: string): Promise<PolicyReplayAnswer> {
  try {
    return await api.post<PolicyReplayAnswer>('/policy/replays', order);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const { code } = error.problem ?? {};
    if (code === 'invalid-policy') throw new UnusableInput(`${file} is not a usable policy\n${error.message}`);
    if (error.status === 400) throw new UnusableInput(error.message);
    throw new CommandFailed(error.message);
  }
}
