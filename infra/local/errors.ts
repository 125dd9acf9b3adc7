/** The template holds something that this laptop cannot run, so starting would pretend. */
export class UnsupportedTemplateError extends Error {
  override readonly name = 'UnsupportedTemplateError';
}

/** The machine lacks something the runner needs: an engine, a port, a data directory of its own. */
export class LaptopError extends Error {
  override readonly name = 'LaptopError';
}

/** An answer that an AWS service gives to a faulty request; `code` is the service's own name for the fault. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(readonly code: string, message: string, readonly status = 400) {
    super(message);
  }
}
