import { OtherAssociate, OtherStore } from './errors.ts';

export type Role = 'head-office' | 'manager' | 'associate';

/** Who reads. Managers and associates belong to a store; head office to none. */
export type Principal =
  | { role: 'head-office'; subject: string }
  | { role: 'manager' | 'associate'; subject: string; storeId: string; associateId: string | null };

/**
 * What a reader may see: head office the whole chain, everybody else the customers whose home is her store.
 * Phone, e-mail and address are for the home store, and for head office only where the chain decided so.
 */
export class Scope {
  /** The store all answers are confined to; null for the whole chain. */
  readonly store: string | null;

  constructor(readonly principal: Principal, private readonly headOfficeSeesContacts: boolean) {
    this.store = principal.role === 'head-office' ? null : principal.storeId;
  }

  /** Whether she may know that this customer exists. */
  mayName({ homeStore }: { homeStore: string }): boolean {
    return this.store === null || homeStore === this.store;
  }

  /** Whether phone, e-mail and address of this customer are shown in full. */
  seesContacts(customer: { homeStore: string }): boolean {
    return this.store === null ? this.headOfficeSeesContacts : this.mayName(customer);
  }

  /** The store to answer about when she asks for one, or for none in particular. Throws OtherStore. */
  storeFor(asked: string | undefined): string | null {
    if (this.store !== null && asked !== undefined && asked !== this.store) throw new OtherStore(asked, this.store);
    return this.store ?? asked ?? null;
  }

  /** The associate to report about when she asks for one, or for none in particular: associates have a page of their own. Throws OtherAssociate. */
  associateFor(asked: string | undefined): string | null {
    if (this.principal.role !== 'associate') return asked ?? null;
    const { associateId } = this.principal;
    if (associateId === null || (asked !== undefined && asked !== associateId)) throw new OtherAssociate(asked, associateId);
    return associateId;
  }

  /** Whether she may change policy, start nights and send events. */
  get mayGovern(): boolean {
    return this.principal.role === 'head-office';
  }

  /** Whether she may set the tier of a customer by hand. */
  get mayOverride(): boolean {
    return this.principal.role !== 'associate';
  }

  /** Equal for two readers exactly when every figure is the same for both. */
  get key(): string {
    return this.store === null ? `chain${this.headOfficeSeesContacts ? '+contacts' : ''}` : `store ${this.store}`;
  }
}
