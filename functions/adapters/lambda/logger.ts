import { Logger } from '@aws-lambda-powertools/logger';

/** Structured log of this function; the level comes from POWERTOOLS_LOG_LEVEL. */
export const logger = new Logger();
