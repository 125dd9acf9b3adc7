/** One shop of the invented chain. `trade` is its share of visits, `service` how well it treats people (0 is usual), `answerHours` its first reply to a complaint. */
export interface Shop { storeId: string; trade: number; service: number; answerHours: number; associates: Associate[] }
/** Somebody who sells. `diligence` (0–1) decides how complete her customer files are and how often she keeps in touch. */
export interface Associate { associateId: string; diligence: number }

const traits: [trade: number, service: number, answerHours: number, diligence: number[]][] = [
  [0.27, 0.25, 5, [0.95, 0.7, 0.8, 0.55, 0.6]],
  [0.2, 0.1, 8, [0.8, 0.65, 0.4, 0.5]],
  [0.17, 0.05, 9, [0.6, 0.75, 0.5, 0.45]],
  [0.14, -0.05, 14, [0.5, 0.55, 0.35, 0.7]],
  [0.12, -0.45, 40, [0.3, 0.25, 0.5, 0.2]],
  [0.1, 0.3, 6, [0.9, 0.85, 0.6]],
];

let hired = 0;
/** Six shops with 24 associates: a flagship, four ordinary ones of which one has trouble with its service, and a small good one. */
export const shops: readonly Shop[] = traits.map(([trade, service, answerHours, diligence], at) => ({
  storeId: `S0${at + 1}`, trade, service, answerHours,
  associates: diligence.map((value) => ({ associateId: `A${String(++hired).padStart(2, '0')}`, diligence: value })),
}));
