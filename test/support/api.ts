import { createApi } from '../../functions/adapters/http/create-api.ts';
import type { Announcement, Night } from '../../functions/ports.ts';
import { useCases, type ApiWorld } from '../../functions/flows/use-cases.ts';
import type { freshChain } from './chain.ts';

export type Chain = Awaited<ReturnType<typeof freshChain>>;
export type Caller = { role: 'head-office'; subject?: string } | { role: 'manager' | 'associate'; storeId: string; associateId?: string; subject?: string } | null;
export const headOffice: Caller = { role: 'head-office' };
export const managerOf = (storeId: string): Caller => ({ role: 'manager', storeId });

/** The API over a chain's tables, spoken to as it is from outside: requests in, responses out, with the caller that an authorizer would have named. */
export function apiOf(chain: Omit<ApiWorld, 'inbox' | 'night' | 'newId' | 'runsKeptDays' | 'pause'>, options: { pause?: (milliseconds: number) => Promise<unknown>; night?: Night; headOfficeSeesContacts?: boolean; runsKeptDays?: number } = {}) {
  const sent: Announcement[] = [];
  const logged: { message: string; requestId: string; error: Error }[] = [];
  let ids = 0;
  const api = createApi(useCases({
    ...chain,
    runsKeptDays: options.runsKeptDays ?? 35,
    inbox: { announce: (events) => { sent.push(...events); return Promise.resolve(); } },
    night: options.night ?? { start: () => Promise.resolve() },
    newId: () => `ordered-${++ids}`,
    pause: options.pause ?? (() => Promise.resolve()),
  }), {
    headOfficeSeesContacts: options.headOfficeSeesContacts ?? false,
    log: { error: (message, details) => { logged.push({ message, ...details }); } },
  });
  const ask = async (caller: Caller, path: string, init: RequestInit = {}) =>
    api.fetch(new Request(`https://api.example/v1${path}`, init), { principal: caller ?? undefined, requestId: 'request-1' });
  return {
    api, sent, logged, ask,
    /** The JSON of an answer that must be 200. */
    async get<Answer>(caller: Caller, path: string): Promise<Answer> {
      const response = await ask(caller, path);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return await response.json() as Answer;
    },
  };
}
