import { Duration } from 'aws-cdk-lib';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody, Errors, Fail, JitterType, JsonPath, LogLevel, Map as MapState, Pass, QueryLanguage, StateMachine, TaskInput, type Chain,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

export interface NightMachineProps {
  readonly planNight: LambdaFunction;
  readonly profileCustomers: LambdaFunction;
  readonly fitModel: LambdaFunction;
  readonly scoreCustomers: LambdaFunction;
  readonly publishNight: LambdaFunction;
  readonly concurrency: number;
  readonly longest: Duration;
  readonly log: LogGroup;
}

const busyRetrySeconds = 10;

/** One night: plan, profile, fit, score, publish. The name of the execution is the run id. */
export class NightMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, private readonly props: NightMachineProps) {
    super(scope, id);
    const failed = this.recordFailure();
    const plan = this.planNight();
    const profile = this.forEach('ProfileCustomers', '$.plan.parts', props.profileCustomers);
    const fit = this.task(this, 'FitModel', props.fitModel, '$.run');
    const score = this.forEach('ScoreCustomers', '$.plan.shards', props.scoreCustomers);
    const publish = this.task(this, 'PublishNight', props.publishNight, '$.run');
    for (const step of [plan, profile, fit, score, publish]) step.addCatch(failed, { errors: [Errors.ALL], resultPath: '$.error' });

    const named = new Pass(this, 'NameRun', { parameters: { 'run': { 'runId': JsonPath.stringAt('$$.Execution.Name') }, 'request': JsonPath.objectAt('$') } });
    this.machine = new StateMachine(this, 'Night', {
      comment: 'Recomputes every customer and publishes the readings in one step.',
      queryLanguage: QueryLanguage.JSON_PATH,
      definitionBody: DefinitionBody.fromChainable(named.next(plan).next(profile).next(fit).next(score).next(publish)),
      // Waiting for another night to end and then taking as long oneself.
      timeout: Duration.hours(2 * props.longest.toHours()),
      tracingEnabled: true,
      logs: { destination: props.log, level: LogLevel.ERROR, includeExecutionData: false },
    });
  }

  private planNight(): LambdaInvoke {
    const plan = LambdaInvoke.jsonPath(this, 'PlanNight', {
      lambdaFunction: this.props.planNight,
      payload: TaskInput.fromJsonPathAt('States.JsonMerge($.request, $.run, false)'),
      retryOnServiceExceptions: false,
      resultSelector: { parts: JsonPath.objectAt('$.Payload.plan.parts'), shards: JsonPath.objectAt('$.Payload.plan.shards') },
      resultPath: '$.plan',
    });
    plan.addRetry({
      errors: ['NightBusy'], interval: Duration.seconds(busyRetrySeconds), backoffRate: 1,
      maxAttempts: this.props.longest.toSeconds() / busyRetrySeconds,
    });
    return this.withRetry(plan);
  }

  /** Runs a step once for every item of a list in the plan. Slices report through the readings, so their answers are dropped. */
  private forEach(name: string, items: string, step: LambdaFunction): MapState {
    const map = new MapState(this, name, {
      itemsPath: items,
      itemSelector: { run: JsonPath.objectAt('$.run'), item: JsonPath.objectAt('$$.Map.Item.Value') },
      maxConcurrency: this.props.concurrency,
      resultPath: JsonPath.DISCARD,
    });
    map.itemProcessor(this.task(map, `${name}Slice`, step, 'States.JsonMerge($.item, $.run, false)'));
    return map;
  }

  private task(scope: Construct, name: string, lambdaFunction: LambdaFunction, payload: string): LambdaInvoke {
    return this.withRetry(LambdaInvoke.jsonPath(scope, name, {
      lambdaFunction, payload: TaskInput.fromJsonPathAt(payload), retryOnServiceExceptions: false, resultPath: JsonPath.DISCARD,
    }));
  }

  /** Tries again what another attempt can mend; every step may be repeated without harm. */
  private withRetry(task: LambdaInvoke): LambdaInvoke {
    task.addRetry({
      errors: ['Lambda.ClientExecutionTimeoutException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException'],
      interval: Duration.seconds(2), backoffRate: 2, maxAttempts: 6, maxDelay: Duration.minutes(1), jitterStrategy: JitterType.FULL,
    });
    task.addRetry({ errors: ['Lambda.Unknown', 'Runtime.ExitError', 'Sandbox.Timedout', 'States.Timeout'], interval: Duration.seconds(5), backoffRate: 2, maxAttempts: 2 });
    return task;
  }

  /** Writes the reason into the run, so that the API can tell it, and ends the execution as failed. */
  private recordFailure(): Chain {
    const record = this.withRetry(LambdaInvoke.jsonPath(this, 'RecordFailure', {
      lambdaFunction: this.props.publishNight,
      payload: TaskInput.fromObject({ runId: JsonPath.stringAt('$.run.runId'), failed: JsonPath.objectAt('$.error') }),
      retryOnServiceExceptions: false,
      resultPath: JsonPath.DISCARD,
    }));
    const fail = new Fail(this, 'NightFailed', { errorPath: '$.error.Error', causePath: '$.error.Cause' });
    record.addCatch(fail, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD });
    return record.next(fail);
  }
}
