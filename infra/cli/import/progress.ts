const width = 24;
const redrawMs = 150;
const reportMs = 10_000;

/** What the bar shows; `done` and `total` are bytes of the file. */
export interface ProgressCounts { done: number; total: number; accepted: number; rejected: number }

/** A progress bar on a terminal; in a log, a line every ten seconds. */
export class Progress {
  #drawnAt = 0;
  readonly #startedAt: number;

  constructor(private readonly out: NodeJS.WriteStream, private readonly clock: () => number) {
    this.#startedAt = clock();
    if (!out.isTTY) this.#drawnAt = this.#startedAt;
  }

  /** Shows how far the file is, if it is time to. */
  show({ done, total, accepted, rejected }: ProgressCounts): void {
    const share = total > 0 ? Math.min(1, done / total) : 1;
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
    const rate = Math.round((accepted + rejected) / Math.max(0.001, this.seconds()));
    this.#draw(`${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${rate}/s  accepted ${accepted}  rejected ${rejected}`);
  }

  /** Shows that the last messages are being stored. */
  waiting(left: number): void {
    this.#draw(`waiting until ${left} messages are stored`);
  }

  /** Clears the bar. */
  end(): void {
    if (this.out.isTTY) this.out.write('\r\u001B[K');
  }

  seconds(): number {
    return (this.clock() - this.#startedAt) / 1000;
  }

  #draw(text: string): void {
    const now = this.clock();
    if (now - this.#drawnAt < (this.out.isTTY ? redrawMs : reportMs)) return;
    this.#drawnAt = now;
    this.out.write(this.out.isTTY ? `\r\u001B[K${text.slice(0, (this.out.columns ?? 80) - 1)}` : `${text}\n`);
  }
}
