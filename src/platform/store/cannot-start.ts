/** Why the store cannot be opened, in words for the person who started it; printed without a stack. */
export class CannotStart extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotStart';
  }
}

/** What the store says while it works; a pino logger fits. Fields carry no passwords and no content. */
export interface StoreLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A log that says nothing. */
export const silent: StoreLog = { info: () => {}, warn: () => {}, error: () => {} };
