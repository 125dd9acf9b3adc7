import { StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Night } from '../../ports.ts';

/** Starts nights as executions of the state machine, which takes the name of an execution for the run id. */
export class StepFunctionsNight implements Night {
  constructor(private readonly client: SFNClient, private readonly stateMachineArn: string) {}

  async start(runId: string, asOf: string | null): Promise<void> {
    await this.client.send(new StartExecutionCommand({ stateMachineArn: this.stateMachineArn, name: runId, input: JSON.stringify(asOf === null ? {} : { asOf }) }));
  }
}
