/** Remembers the answers asked for last, so that one question is computed once, also for those who ask while it is being computed. */
export class Remembered {
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(private readonly limit: number) {}

  /** Forgets everything, also what is still being computed. */
  clear(): void {
    this.#answers.clear();
  }

  /** The answer known under a key, or a new one; one that failed is not remembered. A key always stands for the same type. */
  get<Answer>(key: string, compute: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(key) as Promise<Answer> | undefined;
    const answer = known ?? compute();
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (known) return known;
    answer.catch(() => { if (this.#answers.get(key) === answer) this.#answers.delete(key); });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.limit) this.#answers.delete(oldest!);
    return answer;
  }
}
