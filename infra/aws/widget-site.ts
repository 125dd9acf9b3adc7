import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AllowedMethods, CachePolicy, Distribution, HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { accept, attributeInFinding } from './findings.ts';

const widgets = fileURLToPath(new URL('../../dist/widgets/', import.meta.url));
/** The file a page embeds. Everything it loads carries a hash of its content in its name. */
const entry = 'vip.js';

export interface WidgetSiteProps {
  readonly apiOrigin: string;
  readonly logRetention: RetentionDays;
}

/** The widgets on a content network: a private bucket that only the distribution may read. */
export class WidgetSite extends Construct {
  readonly entryUrl: string;
  private readonly bucket: Bucket;
  private readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: WidgetSiteProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Widgets of Guibin',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.responseHeaders(props.apiOrigin),
        compress: true,
      },
    });
    this.entryUrl = `https://${this.distribution.distributionDomainName}/widgets/${entry}`;
    this.deploy(props.logRetention);
    this.acceptFindings();
  }

  private responseHeaders(apiOrigin: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Strict content policy; any page may load the widgets, none may frame them.',
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: `default-src 'self'; connect-src 'self' ${apiOrigin}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
      // A module script of another origin is fetched with CORS; the code is public, so every origin may.
      corsBehavior: {
        accessControlAllowCredentials: false,
        accessControlAllowHeaders: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowOrigins: ['*'],
        originOverride: true,
      },
      customHeadersBehavior: { customHeaders: [{ header: 'Cross-Origin-Resource-Policy', value: 'cross-origin', override: true }] },
    });
  }

  /** Puts the files into the bucket. Nothing is pruned: a page opened yesterday may still ask for yesterday's chunk. */
  private deploy(retention: RetentionDays): void {
    const logGroup = new LogGroup(this, 'DeploymentLog', { retention, removalPolicy: RemovalPolicy.DESTROY });
    const common = { sources: [Source.asset(widgets)], destinationBucket: this.bucket, destinationKeyPrefix: 'widgets', prune: false, logGroup };
    const chunks = new BucketDeployment(this, 'Chunks', {
      ...common, exclude: [entry], cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    const first = new BucketDeployment(this, 'Entry', {
      ...common,
      exclude: ['*'], include: [entry],
      cacheControl: [CacheControl.fromString('public, max-age=300, stale-while-revalidate=86400')],
      distribution: this.distribution, distributionPaths: [`/widgets/${entry}`],
    });
    // The entry names the chunks, so they must be there before it is.
    first.node.addDependency(chunks);
  }

  private acceptFindings(): void {
    accept(this.bucket, 'The bucket holds published code only, and only the distribution reads it.', 'S1');
    accept(this.distribution, 'Where the shops are is the retailer\'s to say; the files are public code.', 'CFR1');
    accept(this.distribution, 'Static public files without input: a firewall has nothing to inspect and costs more than the rest of the idle stack.', 'CFR2');
    accept(this.distribution, 'An access log would collect addresses of shop staff and say nothing the API\'s access log does not.', 'CFR3');
    accept(this.distribution, 'The certificate of cloudfront.net fixes the protocol; a deployment with its own domain sets TLS 1.2.', 'CFR4');
    const uploader = Stack.of(this).node.children.find((child) => child.node.id.startsWith('Custom::CDKBucketDeployment'));
    if (uploader === undefined) return;
    accept(uploader, 'The uploader is aws-cdk-lib\'s own and runs only while the stack is deployed: it reads the asset bucket, writes the widget bucket and invalidates the distribution.',
      'L1', 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      'IAM5[Resource::*]', 'IAM5[Action::s3:GetBucket*]', 'IAM5[Action::s3:GetObject*]', 'IAM5[Action::s3:List*]', 'IAM5[Action::s3:Abort*]', 'IAM5[Action::s3:DeleteObject*]',
      'IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]',
      `IAM5[Resource::${attributeInFinding(this.bucket, 'Arn')}/*]`);
  }
}
