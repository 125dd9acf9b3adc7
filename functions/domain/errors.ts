/** Another night is running; this one may try again. */
export class NightBusy extends Error {
  override readonly name = 'NightBusy';
  constructor(runId: string) {
    super(`another night is running, so ${runId} waits`);
  }
}

/** A night was silent for so long that another took its place. */
export class NightSuperseded extends Error {
  override readonly name = 'NightSuperseded';
  constructor(runId: string) {
    super(`another night took the place of ${runId} because it had not been heard of`);
  }
}

/** A step was asked to go on with a run that was never planned. */
export class UnknownRun extends Error {
  override readonly name = 'UnknownRun';
  constructor(runId: string) {
    super(`run ${runId} is not known; start it with guibin recompute or POST /v1/runs`);
  }
}

/** No night has published yet, so there is nothing to read. */
export class NothingPublished extends Error {
  override readonly name = 'NothingPublished';
  constructor(asKnownOn: Date | null) {
    super(asKnownOn === null
      ? 'no night has been published yet; start one with guibin recompute or POST /v1/runs'
      : `no night had been published by ${asKnownOn.toISOString()}; ask for a later asKnownOn, or leave it out`);
  }
}

/** A run's customers are kept for a number of days only, and those of this run are gone. */
export class RunForgotten extends Error {
  override readonly name = 'RunForgotten';
  constructor(runId: string) {
    super(`the customers of run ${runId} are no longer kept; the setting runsKeptDays says for how long they are`);
  }
}

/** Somebody else saved a policy in the meantime. */
export class PolicyChanged extends Error {
  override readonly name = 'PolicyChanged';
  constructor(version: number) {
    super(`version ${version} of the policy has just been saved by somebody else; read it again and apply your change to it`);
  }
}

/** Somebody else saved contact settings in the meantime. */
export class ContactSettingsChanged extends Error {
  override readonly name = 'ContactSettingsChanged';
  constructor(version: number) {
    super(`version ${version} of the contact settings has just been saved by somebody else; read them again and apply your change to them`);
  }
}

/** A reader confined to one store named another. */
export class OtherStore extends Error {
  override readonly name = 'OtherStore';
  constructor(asked: string, own: string) {
    super(`store ${asked} is not yours; leave the parameter out, or ask for ${own}`);
  }
}

/** An associate asked for a colleague's page, or is not known as an associate at all. */
export class OtherAssociate extends Error {
  override readonly name = 'OtherAssociate';
  constructor(asked: string | undefined, own: string | null) {
    super(own === null ? 'your sign-in names no associate, so you have no page of your own; have associateId added to your token' : `the page of ${asked ?? 'everybody'} is not yours; leave the parameter out, or ask for ${own}`);
  }
}

/** A question that is well-formed but cannot be answered: the parameter, what was asked, and the way out. */
export class UnanswerableQuestion extends Error {
  override readonly name = 'UnanswerableQuestion';
  constructor(readonly field: string, readonly value: unknown, readonly problem: string) {
    super(`${field}: ${problem}`);
  }
}
