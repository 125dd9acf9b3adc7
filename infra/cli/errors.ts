import { visible } from './visible.ts';

/** The command cannot be carried out as it was given; its message is one line for the person who typed it, control characters written out. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
  constructor(message: string) {
    super(message.split('\n').map(visible).join('\n'));
  }
}

/** Something the command talks to did not do what it should; its message is one line. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}
