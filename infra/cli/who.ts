import { UnusableInput } from './errors.ts';
import { oneOf, type Flag, type Options } from './options.ts';

export const roles = ['head-office', 'manager', 'associate'] as const;
/** For whom a token or a key speaks. */
export interface Who { role: (typeof roles)[number]; storeId: string | undefined; associateId: string | undefined }

/** The flags that say it. */
export const whoFlags: Record<string, Flag> = {
  role: { takes: roles.join('|'), says: 'who it speaks for' },
  store: { takes: 'ID', says: 'the store of a manager or an associate' },
  associate: { takes: 'ID', says: 'the associate' },
};

/** Who was named. Throws UnusableInput for no role, an unknown one, or a role that needs a store and has none. */
export function whoOf(options: Options): Who {
  if (options.text('role') === undefined) throw new UnusableInput(`say who with --role ${roles.join('|')}`);
  const role = oneOf('role', options.text('role')!, roles);
  const [storeId, associateId] = [options.text('store'), options.text('associate')];
  if (role !== 'head-office' && storeId === undefined) throw new UnusableInput(`--role ${role} needs --store`);
  return { role, storeId, associateId };
}
