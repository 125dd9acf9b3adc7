import { App, Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { unexplainedFindings } from './synthesized.ts';

describe('Findings', () => {
  it('are all explained, and the template keeps to CloudFormation\'s schemas', () => {
    expect(unexplainedFindings({}, true)).toEqual([]);
  }, 120_000);

  it('are all explained with every option in use', () => {
    expect(unexplainedFindings({
      deployment: { stackName: 'Other', alarmEmail: 'shop@example.com', corsOrigins: ['https://intranet.example.com'], deletionProtection: false },
    })).toEqual([]);
  });

  it('would be seen: a bare queue stops the synthesis', () => {
    const app = new App({ builtinCloudFormationValidation: false });
    expect(new Queue(new Stack(app, 'Bare'), 'Queue').queueArn).toBeTruthy();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).toThrow(/AwsSolutions-SQS4/);
  });
});
