/** Another night is running; this one may try again. */
export class NightBusy extends Error {
  override readonly name = 'NightBusy';
  constructor(runId: string) {
    super(`another night is running, so ${runId} waits`);
  }
}

/** A step was asked to go on with a run that was never planned. */
export class UnknownRun extends Error {
  override readonly name = 'UnknownRun';
  constructor(runId: string) {
    super(`run ${runId} is not known; start it with guibin recompute or POST /v1/runs`);
  }
}
