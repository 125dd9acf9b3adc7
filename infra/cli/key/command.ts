import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { apiKeyPrefix } from '../../../functions/contract/api-key.ts';
import { UnusableInput } from '../errors.ts';
import { command, oneOf, stackFlag, type Options, type Usage } from '../options.ts';
import { findStack } from '../stack.ts';
import { whoFlags, whoOf } from '../who.ts';
import { KeyRing } from './key-ring.ts';

const usage: Usage = {
  name: 'key',
  arguments: 'create NAME --role … | list | disable NAME',
  says: 'API keys for tools that cannot fetch tokens, such as a spreadsheet or a BI tool: as bearer token, or as user name with any password.\nA key is printed once, when it is made; only its digest is stored.',
  flags: {
    ...whoFlags,
    ...stackFlag,
  },
};
const actions = ['create', 'list', 'disable'] as const;
const bytesOfKey = 32;

/** `guibin key`: makes, lists and disables API keys. */
export const runKey = command(usage, async (options) => {
  const [word, name, ...rest] = options.positionals;
  if (word === undefined) throw new UnusableInput(`say what to do: ${actions.join(', ')}`);
  const action = oneOf('action', word, actions);
  if (rest.length > 0) throw new UnusableInput(`one name is enough; put it in quotes: "${[name, ...rest].join(' ')}"`);
  if (action !== 'list' && name === undefined) throw new UnusableInput(`name the key, such as: guibin key ${action} "BI tool"`);
  const stack = await findStack(options.text('stack'), process.env);
  const client = new DynamoDBClient(stack.settings);
  try {
    const ring = new KeyRing(client, stack.outputs.ReadingsTable);
    if (action === 'list') return await list(ring);
    return action === 'create' ? await create(ring, name!, options) : await disable(ring, name!);
  } finally {
    client.destroy();
  }
});

async function create(ring: KeyRing, name: string, options: Options): Promise<number> {
  const who = whoOf(options);
  if ((await ring.keys()).some((key) => key.name === name && !key.disabled)) throw new UnusableInput(`there is a key named ${name}; disable it first or choose another name`);
  const key = `${apiKeyPrefix}${randomBytes(bytesOfKey).toString('base64url')}`;
  await ring.add(key, { name, ...who, disabled: false });
  console.error(`Keep it now: it cannot be shown again. It takes effect at once; guibin key disable "${name}" ends it.`);
  console.log(key);
  return 0;
}

async function list(ring: KeyRing): Promise<number> {
  const keys = await ring.keys();
  if (keys.length === 0) console.log('no keys');
  for (const { name, role, storeId, associateId, disabled } of keys) {
    console.log([name, role, storeId ?? '', associateId ?? '', disabled ? 'disabled' : 'in force'].join('\t'));
  }
  return 0;
}

async function disable(ring: KeyRing, name: string): Promise<number> {
  if (await ring.disable(name) === 0) throw new UnusableInput(`there is no key named ${name} in force; see guibin key list`);
  console.log(`${name} is disabled; where it was used a moment ago it is let in until the API asks again (deployment setting authorizerCacheSeconds)`);
  return 0;
}
