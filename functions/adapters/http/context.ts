import type { Context } from 'hono';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Scope } from '../../domain/scope.ts';
import type { ReaderUseCases } from './use-cases.ts';

/** What comes with a request besides itself, and what middleware adds. `reads` answers as the caller and no other way leads to data. */
export interface ApiEnv {
  Bindings: { principal?: unknown; requestId?: string };
  Variables: { requestId: string; scope: Scope; reads: ReaderUseCases };
}
export type ApiContext = Context<ApiEnv>;
export type Api = OpenAPIHono<ApiEnv>;
