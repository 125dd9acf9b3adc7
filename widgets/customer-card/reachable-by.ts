import type { CustomerFile } from '../../functions/contract/answers.ts';

/** Most personal first. */
const channels = ['call', 'wechat', 'sms', 'email', 'post'];

/**
 * The channel by which a customer may be reached: her own choice, else the most personal one; null when she agreed to none that fits.
 * Only a plain yes is consent. Where a message is enough nobody is called.
 */
export function reachableBy({ consent, preferredChannel }: Pick<CustomerFile, 'consent' | 'preferredChannel'>, action: string | null): string | null {
  const fitting = [preferredChannel ?? '', ...channels].filter((channel) => action !== 'low-cost-message' || channel !== 'call');
  return fitting.find((channel) => consent[channel] === true) ?? null;
}
