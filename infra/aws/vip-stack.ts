import { CfnOutput, CfnParameter, Stack, Tags, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { OperationsDashboard } from './dashboard.ts';
import { KpiApi } from './kpi-api.ts';
import { metricsOf } from './metrics.ts';
import { NightlyRecompute } from './nightly-recompute.ts';
import { SaleIngest } from './sale-ingest.ts';
import { businessFrom, type Deployment } from './settings.ts';
import { Tables } from './tables.ts';
import { WidgetSite } from './widget-site.ts';

export interface VipStackProps extends StackProps {
  readonly deployment: Deployment;
  /** The business settings document, as found in the context. */
  readonly business: unknown;
}

/** Everything: events in, nights, readings out. */
export class VipStack extends Stack {
  constructor(scope: Construct, id: string, props: VipStackProps) {
    super(scope, id, { description: 'Guibin: who the best customers are, what they are worth, how they feel, whom the chain is about to lose.', ...props });
    const { deployment } = props;
    const { settings, document } = businessFrom(props.business);
    const logRetention = deployment.logRetentionDays;
    const bus = new EventBus(this, 'Bus', { description: 'Sales, surveys, complaints and contacts; and what each night found.' });
    const tables = new Tables(this, 'Tables', { deletionProtection: deployment.deletionProtection });
    const shared = { bus, tables, settings: document, logRetention };

    const ingest = new SaleIngest(this, 'Ingest', { ...shared, concurrency: deployment.ingestConcurrency });
    const recompute = new NightlyRecompute(this, 'Recompute', {
      ...shared, timeZone: settings.timeZone, nightAt: deployment.nightAt, nightHours: deployment.nightHours, concurrency: deployment.nightConcurrency,
    });
    const api = new KpiApi(this, 'Kpi', { ...shared, ...deployment, night: recompute.night, tokens: this.tokenParameters() });
    const site = new WidgetSite(this, 'Widgets', { apiOrigin: api.api.apiEndpoint, logRetention });
    const metrics = metricsOf({ ingest, recompute, api });
    const { alarms } = new Alarms(this, 'Alarms', { metrics, email: deployment.alarmEmail });
    new OperationsDashboard(this, 'Operations', { metrics, alarms });

    for (const [key, value] of Object.entries({ product: 'guibin', ...deployment.tags })) Tags.of(this).add(key, value);
    this.outputs({
      EventBusName: bus.eventBusName,
      ApiUrl: api.api.apiEndpoint,
      WidgetsUrl: site.entryUrl,
      IngestQueueUrl: ingest.queue.queueUrl,
      DeadLetterQueueUrl: ingest.deadLetters.queueUrl,
      NightArn: recompute.night.stateMachineArn,
      LedgerTable: tables.ledger.name,
      CustomersTable: tables.customers.name,
      ReadingsTable: tables.readings.name,
      ReportingCurrency: settings.reportingCurrency,
      TimeZone: settings.timeZone,
      Settings: document,
    });
  }

  /** Who issues the tokens. The defaults name a domain that cannot exist, so that an unconfigured stack lets nobody in. */
  private tokenParameters() {
    const parameter = (id: string, description: string, value: string) =>
      new CfnParameter(this, id, { type: 'String', description, default: value, minLength: 1 }).valueAsString;
    return {
      issuer: parameter('JwtIssuer', 'Issuer that tokens must name.', 'https://issuer.invalid'),
      audience: parameter('JwtAudience', 'Audience that tokens must name.', 'guibin'),
      keysUrl: parameter('JwksUrl', 'Where the issuer publishes its keys.', 'https://issuer.invalid/.well-known/jwks.json'),
    };
  }

  private outputs(values: Record<string, string>): void {
    for (const [id, value] of Object.entries(values)) new CfnOutput(this, id, { value });
  }
}
