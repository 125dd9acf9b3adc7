const msPerMinute = 60_000;

/** Writes local times of one IANA zone as instants with their offset, and remembers offsets by hour, because asking Intl is slow. */
export class ZonedTime {
  readonly #format: Intl.DateTimeFormat;
  readonly #suffixes = new Map<string, string>();

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  /**
   * ISO 8601 with offset for a date or a time as files write it: `1997-01-01`, `19970101`, `1997/1/1`, `1997-01-01 12:30[:45]`, or with its own offset.
   * A date alone means noon. Undefined for anything else; a day that does not exist is passed on for the schema to refuse.
   */
  read(text: string): string | undefined {
    const match = /^\s*(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:\d{2})?)?\s*$/i.exec(text);
    if (!match) return undefined;
    const two = (part: string | undefined, otherwise = '00') => (part ?? otherwise).padStart(2, '0');
    const date = `${match[1]}-${two(match[3] ?? match[5])}-${two(match[4] ?? match[6])}`;
    const hour = two(match[7], '12');
    const time = `${date}T${hour}:${two(match[8])}:${two(match[9])}`;
    return time + (match[10]?.toUpperCase() ?? this.#suffix(`${date}T${hour}`));
  }

  #suffix(hour: string): string {
    let suffix = this.#suffixes.get(hour);
    if (suffix === undefined) {
      suffix = offsetText(this.#offsetAtLocal(Date.parse(`${hour}:00:00Z`)));
      this.#suffixes.set(hour, suffix);
    }
    return suffix;
  }

  /** Minutes east of Greenwich at a local time given as if it were UTC; the second look settles the hours around a clock change. */
  #offsetAtLocal(local: number): number {
    if (Number.isNaN(local)) return 0;
    const guess = this.#offsetAt(local);
    return this.#offsetAt(local - guess * msPerMinute);
  }

  #offsetAt(instant: number): number {
    const p = Object.fromEntries(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const local = Date.UTC(p['year']!, p['month']! - 1, p['day'], p['hour'], p['minute'], p['second']);
    return Math.round((local - instant) / msPerMinute);
  }
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
