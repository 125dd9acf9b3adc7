import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';

/** One client of each service, pointed at an endpoint of the laptop and without retries, so that faults are seen. */
export function clientsOf(port: number) {
  const settings = { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 1 };
  const clients = {
    cloudFormation: new CloudFormationClient(settings), dynamodb: new DynamoDBClient(settings), eventBridge: new EventBridgeClient(settings),
    stepFunctions: new SFNClient(settings), sqs: new SQSClient(settings),
  };
  return {
    ...clients,
    destroy: () => {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}
