import { randomUUID } from 'node:crypto';
import cronParser from 'aws-cron-parser';
import { UnsupportedTemplateError } from './errors.ts';
import type { StateMachineService } from './states/state-machine.ts';
import type { ScheduleResource } from './template/stack.ts';

/** The longest that a timer of Node.js can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Starts state machines at the times of the stack's schedules. */
export function startSchedules(schedules: ScheduleResource[], machines: Map<string, StateMachineService>): { end(): void } {
  const ends = schedules.filter(({ properties }) => properties.State === 'ENABLED').map((schedule) => startSchedule(schedule, machines));
  return {
    end: () => {
      for (const end of ends) end();
    },
  };
}

function startSchedule({ logicalId, properties }: ScheduleResource, machines: Map<string, StateMachineService>): () => void {
  const { ScheduleExpression: expression, ScheduleExpressionTimezone: zone, Target: target } = properties;
  const machine = machines.get(target.Arn);
  if (!machine) throw new UnsupportedTemplateError(`${logicalId} (AWS::Scheduler::Schedule): target ${target.Arn} is not a state machine of this stack`);
  const next = compileSchedule(expression, zone);
  let timer: NodeJS.Timeout | undefined;

  const wait = (at: number | undefined) => {
    if (at === undefined) return;
    const delay = at - Date.now();
    timer = delay > LONGEST_TIMER_MS ? setTimeout(() => wait(at), LONGEST_TIMER_MS) : setTimeout(() => {
      const id = randomUUID();
      const input = target.Input
        .replaceAll('<aws.scheduler.scheduled-time>', new Date(at).toISOString())
        .replaceAll('<aws.scheduler.execution-id>', id)
        .replaceAll('<aws.scheduler.attempt-number>', '1');
      void machine.start(id, input);
      wait(next(at));
    }, Math.max(0, delay));
  };
  wait(next(Date.now()));
  return () => clearTimeout(timer);
}

/** The next occurrence of a `cron(…)` or `rate(…)` expression strictly after a time, both in milliseconds since 1970; undefined when there is none. */
export function compileSchedule(expression: string, zone: string): (after: number) => number | undefined {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) {
    const every = Number(rate[1]) * (UNIT_MS[rate[2] ?? ''] ?? 0);
    return (after) => after + every;
  }
  const cron = /^cron\((.+)\)$/.exec(expression)?.[1];
  if (!cron) throw new UnsupportedTemplateError(`The laptop does not know the schedule '${expression}'`);
  const parsed = cronParser.parse(cron);
  const offset = offsetIn(zone);
  return (after) => {
    // When clocks go back an hour of wall time happens twice; from there the search goes on an hour later.
    for (let from = after; ; from += 3_600_000) {
      // The parser counts in UTC, so it is shown the wall clock of the zone as if that were UTC.
      const wall = cronParser.next(parsed, new Date(from + offset(from)))?.getTime();
      if (wall === undefined) return undefined;
      const at = wall - offset(wall - offset(from));
      if (at > after) return at;
    }
  };
}

/** Milliseconds by which the wall clock of a zone is ahead of UTC at a given time. */
function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const wall = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second']);
    return wall - Math.floor(at / 1000) * 1000;
  };
}
