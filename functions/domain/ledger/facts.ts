/**
 * What the ledger holds: immutable statements about sales, customers, surveys and complaints, as the sending system made them.
 * Money is integer minor units of `currency`; times are ISO 8601 with offset.
 */
interface FactBase<Kind extends string> {
  kind: Kind;
  id: string;
  version: number;
  occurredAt: string;
  recordedAt?: string | undefined;
  storeId: string;
  customerId?: string | undefined;
}
type AboutCustomer<Kind extends string> = FactBase<Kind> & { customerId: string };

export interface SaleLine {
  sku: string;
  category?: string | undefined;
  quantity: number;
  unitPrice: number;
  amount?: number | undefined;
  listPrice?: number | undefined;
  unitCost?: number | undefined;
  tags?: string[] | undefined;
}

export interface SaleRecorded extends FactBase<'SaleRecorded'> {
  associateId?: string | undefined;
  currency: string;
  channel?: string | undefined;
  lines: SaleLine[];
  previousCustomerId?: string | undefined;
}

export interface SaleReturned extends FactBase<'SaleReturned'> {
  saleId: string;
  associateId?: string | undefined;
  soldOn?: string | undefined;
  lines?: { sku: string; quantity: number }[] | undefined;
}

export type Channel = 'sms' | 'call' | 'email' | 'wechat' | 'post';
export interface HardFile {
  name?: string | undefined; gender?: 'female' | 'male' | 'other' | undefined; birthDate?: string | undefined; ageBand?: string | undefined;
  phone?: string | undefined; email?: string | undefined; address?: string | undefined; size?: string | undefined;
}
export interface SoftFile {
  job?: string | undefined; family?: string | undefined; character?: string | undefined; buyingHabits?: string | undefined;
  taste?: string | undefined; leisure?: string | undefined; lifestyle?: string | undefined; serviceStyle?: string | undefined;
  promotionAttitude?: string | undefined; values?: string | undefined;
}
export interface ProfileFields {
  associateId?: string | undefined;
  obtained?: 'paid' | 'free-by-ticket' | 'partner' | 'referral' | 'event' | 'first-purchase' | undefined;
  language?: 'zh-CN' | 'zh-TW' | 'en' | undefined;
  consent?: Partial<Record<Channel, boolean>> | undefined;
  preferredChannel?: Channel | undefined;
  region?: string | undefined;
  creditRating?: number | undefined;
  standing?: number | undefined;
  hard?: HardFile | undefined;
  soft?: SoftFile | undefined;
}
export type CustomerEnrolled = AboutCustomer<'CustomerEnrolled'> & ProfileFields;
export type CustomerUpdated = AboutCustomer<'CustomerUpdated'> & ProfileFields;

export type SurveyMetric = 'csat' | 'nps' | 'ces';
interface SurveyFields { metric: SurveyMetric; countsPer?: 'customer' | 'sale' | undefined; saleId?: string | undefined; associateId?: string | undefined }
export type SurveySent = AboutCustomer<'SurveySent'> & SurveyFields;
export type SurveyAnswered = AboutCustomer<'SurveyAnswered'> & SurveyFields & { score: number; scale?: number | undefined; comment?: string | undefined };

export type ComplaintOpened = AboutCustomer<'ComplaintOpened'> & { subject?: string | undefined; associateId?: string | undefined; saleId?: string | undefined };
type OnComplaint<Kind extends string> = AboutCustomer<Kind> & { complaintId: string; associateId?: string | undefined; note?: string | undefined };
export type ComplaintStep = OnComplaint<'ComplaintAnswered'> | OnComplaint<'ComplaintResolved'> | OnComplaint<'ComplaintReopened'>;

export type ContactMade = AboutCustomer<'ContactMade'> & {
  purpose: string; channel: string; associateId?: string | undefined; outcome?: string | undefined; contactId?: string | undefined;
};
export type VoucherRedeemed = AboutCustomer<'VoucherRedeemed'> & {
  action: 'issued' | 'used'; points: number; amount: number; voucherId?: string | undefined;
};
export type ReferralMade = AboutCustomer<'ReferralMade'> & { referredCustomerId: string };
export type TierOverridden = AboutCustomer<'TierOverridden'> & { tier: string; author: string; reason: string; expiresOn: string };
export type CustomerErased = AboutCustomer<'CustomerErased'> & { author?: string | undefined };

export type Fact =
  | SaleRecorded | SaleReturned | CustomerEnrolled | CustomerUpdated | SurveySent | SurveyAnswered
  | ComplaintOpened | ComplaintStep | ContactMade | VoucherRedeemed | ReferralMade | TierOverridden | CustomerErased;
export type FactKind = Fact['kind'];
