import { nightWorld } from './adapters/lambda/night-world.ts';
import { stepHandler } from './adapters/lambda/step-handler.ts';
import { planNight, type NightRequest } from './flows/plan-night.ts';

const { runs, policies, contactSettings, clock, calendar, digest, settings } = nightWorld();

/** Opens a night and cuts it into parts. */
export const handler = stepHandler((request: NightRequest) => planNight(request, { runs, policies, contactSettings, clock, calendar, settingsDigest: digest, runsKeptDays: settings.runsKeptDays }));
