import { createHash } from 'node:crypto';
import { Settings } from '../../contract/settings.ts';
import { BusinessCalendar, parseDay } from '../../domain/calendar.ts';
import type { EvaluationSettings } from '../../domain/evaluate.ts';
import { defaultTrialSettings, type TrialSettings } from '../../domain/lifecycle/control-group.ts';
import { defaultLifecycleSettings } from '../../domain/lifecycle/settings.ts';
import { Exchange } from '../../domain/money.ts';
import { defaultSatisfactionSettings, type SatisfactionSettings } from '../../domain/satisfaction/settings.ts';
import { defaultValueSettings } from '../../domain/value/settings.ts';

/** A function was deployed without something it needs. */
export class MissingEnvironment extends Error {
  override readonly name = 'MissingEnvironment';
  constructor(variable: string) {
    super(`the environment variable ${variable} is not set; deploy the function with the stack that defines it`);
  }
}

/** A variable of the function's environment. Throws MissingEnvironment. */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new MissingEnvironment(name);
  return value;
}

/** The settings of the deployment and what follows from them. Throws ZodError that names a wrong setting. */
export function deployment() {
  const settings = Settings.parse(JSON.parse(process.env['SETTINGS'] || '{}'));
  return {
    settings,
    calendar: new BusinessCalendar(settings.timeZone),
    exchange: new Exchange(settings.reportingCurrency, settings.exchangeRates),
    evaluation: evaluationSettings(settings),
    digest: digestOf(settings),
  };
}

function evaluationSettings({ marginRate, discountRate, horizonMonths, winBack, satisfaction }: Settings): EvaluationSettings {
  return {
    value: {
      ...defaultValueSettings,
      ...(marginRate !== undefined && { marginRate }),
      ...(discountRate !== undefined && { discountRate }),
      ...(horizonMonths !== undefined && { horizonMonths }),
    },
    satisfaction: satisfactionSettings(satisfaction),
    lifecycle: { ...defaultLifecycleSettings, winBack: trialSettings(winBack) },
  };
}

function satisfactionSettings({ hours, targets, classes, repurchaseDays, ...limits }: NonNullable<Settings['satisfaction']> = {}): SatisfactionSettings {
  const { service, ...defaults } = defaultSatisfactionSettings;
  return {
    ...defaults, ...limits,
    service: {
      hours: hours ? { ...hours, closedOn: hours.closedOn.map(parseDay) } : service.hours,
      targets: { ...service.targets, ...targets }, classes: { ...service.classes, ...classes }, repurchaseDays: repurchaseDays ?? service.repurchaseDays,
    },
  };
}

function trialSettings({ controlShare, seed, from, withinDays }: NonNullable<Settings['winBack']> = {}): TrialSettings {
  return {
    share: controlShare ?? defaultTrialSettings.share, seed: seed ?? defaultTrialSettings.seed,
    from: from === undefined ? defaultTrialSettings.from : parseDay(from), withinDays: withinDays ?? defaultTrialSettings.withinDays,
  };
}

/** Changes exactly when a setting changes that decides what a fact means, so that the ledger has to be folded again. */
function digestOf({ timeZone, reportingCurrency, exchangeRates }: Settings): string {
  return createHash('sha256').update(JSON.stringify({ timeZone, reportingCurrency, exchangeRates })).digest('base64url').slice(0, 16);
}

export const systemClock = { now: () => new Date() };
