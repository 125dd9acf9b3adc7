import type { State } from './definition.ts';
import type { Scope } from './expression.ts';
import { StateError } from './state-error.ts';

/** When a Wait state that is entered at `now` ends, in milliseconds since 1970. */
export function wakeTime(state: Extract<State, { Type: 'Wait' }>, scope: Scope, now: number): number {
  const seconds = state.SecondsPath ? state.SecondsPath(scope) : state.Seconds;
  if (seconds !== undefined) return now + Number(seconds) * 1000;
  const timestamp = Date.parse(String(state.TimestampPath ? state.TimestampPath(scope) : state.Timestamp));
  if (Number.isNaN(timestamp)) throw new StateError('States.Runtime', 'A Wait state needs seconds or a timestamp');
  return timestamp;
}
