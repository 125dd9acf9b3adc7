import type { Problem } from '../../functions/contract/problem.ts';
import { CommandFailed, UnusableInput } from './errors.ts';
import { isUnreachable, laptopUrl, unreachable, type Stack } from './stack.ts';
import { laptopToken } from './token/laptop-token.ts';

/** The API said no; the message has one line for each thing that is wrong. `problem` is null where something else than the API answered. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  constructor(readonly status: number, readonly problem: Problem | null, text: string) {
    super(problem ? (problem.errors?.map((each) => `${each.field}: ${each.problem}`).join('\n') ?? problem.detail ?? problem.title) : `status ${status}: ${text.slice(0, 200).split('\n')[0]}`);
  }
}

/** The HTTP API of a stack, asked as head office. */
export class ApiClient {
  readonly #base: string;

  private constructor(stack: Stack, private readonly token: string) {
    this.#base = `${stack.outputs.ApiUrl.replace(/\/$/, '')}/v1`;
  }

  /** With the token or API key of GUIBIN_TOKEN, and without one, on the laptop, with a token of its own. Throws UnusableInput or CommandFailed. */
  static async of(stack: Stack, environment: NodeJS.ProcessEnv): Promise<ApiClient> {
    const given = environment['GUIBIN_TOKEN'];
    if (given) return new ApiClient(stack, given);
    if (stack.settings.endpoint === undefined) throw new UnusableInput('set GUIBIN_TOKEN to a token or API key of head office for this stack');
    return new ApiClient(stack, await laptopToken(laptopUrl(environment), { role: 'head-office', ttlSeconds: 300 }));
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.#ask<Answer>(path, {});
  }

  post<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.#ask<Answer>(path, { method: 'POST', body: JSON.stringify(body), type: 'application/json' });
  }

  delete<Answer>(path: string): Promise<Answer> {
    return this.#ask<Answer>(path, { method: 'DELETE' });
  }

  /** The JSON of an answer. Throws ApiRefusal, and CommandFailed when nobody answers. */
  async #ask<Answer>(path: string, { type, ...request }: { method?: string; body?: string; type?: string }): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch(`${this.#base}${path}`, { ...request, headers: { authorization: `Bearer ${this.token}`, ...(type !== undefined && { 'content-type': type }) } });
    } catch (error) {
      if (isUnreachable(error)) throw new CommandFailed(unreachable(this.#base));
      throw error;
    }
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as Answer;
    const isProblem = response.headers.get('content-type')?.includes('problem+json') === true;
    throw new ApiRefusal(response.status, isProblem ? JSON.parse(text) as Problem : null, text);
  }
}
