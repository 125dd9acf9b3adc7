import { dayAt, partsOf, type Day } from '../../functions/domain/calendar.ts';
import type { Journal } from './journal.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import type { Ticket } from './ticket.ts';

const points = 3_000;
const voucher = 30_000;

/** The calls and messages of an associate, as diligent as she is. */
export class KeepingInTouch {
  #contacts = 0;
  #spentSinceVoucher = 0;
  #vouchers = 0;
  #voucherOpen = false;

  constructor(private readonly random: Random, private readonly journal: Journal, private readonly person: Person) {}

  welcome(): void {
    if (this.random.chance(0.35 + 0.5 * this.person.associate.diligence)) this.#contact('welcome', this.person.enrolledOn + 1, 11 * 60, ['reached', 'reached', 'no-answer']);
  }

  /** After a sale: a word of thanks, and vouchers for points. */
  afterSale({ id, day, minute, paid }: Ticket): void {
    if (this.random.chance(0.03 + 0.2 * this.person.associate.diligence)) this.#contact('thank-you', day + this.random.whole(2, 7), 15 * 60, ['reached', 'reached', 'no-answer']);
    const about = { storeId: this.person.shop.storeId, customerId: this.person.customerId };
    if (this.#voucherOpen) {
      this.#voucherOpen = false;
      this.journal.note('VoucherRedeemed', day, minute + 2, { id: `VU-${id}`, ...about, action: 'used', amount: voucher, voucherId: `VC-${this.person.customerId}-${this.#vouchers}` });
    }
    this.#spentSinceVoucher += paid;
    // One point a yuan.
    if (this.#spentSinceVoucher >= points * 100 && this.random.chance(0.2)) {
      this.#spentSinceVoucher -= points * 100;
      this.#vouchers += 1;
      this.#voucherOpen = this.journal.note('VoucherRedeemed', day, minute + 4, { id: `VI-${id}`, ...about, action: 'issued', points, amount: voucher, voucherId: `VC-${this.person.customerId}-${this.#vouchers}` });
    }
  }

  /** She has been silent for long: somebody may write. */
  winBack(day: Day): void {
    if (this.random.chance(0.3 * this.person.associate.diligence)) this.#contact('win-back', day, 16 * 60, ['reached', 'no-answer', 'no-answer', 'not-interested']);
  }

  /** Birthday greetings of the last year. */
  birthday(): void {
    const { month, date } = this.person.birthday;
    const thisYear = dayAt(partsOf(this.journal.last).year, month, date);
    const day = thisYear <= this.journal.last ? thisYear : dayAt(partsOf(this.journal.last).year - 1, month, date);
    if (day > this.person.enrolledOn && this.random.chance(0.4 * this.person.associate.diligence)) this.#contact('birthday', day, 10 * 60 + 15, ['reached', 'reached', 'reached', 'no-answer']);
  }

  #contact(purpose: string, day: Day, minute: number, outcomes: string[]): void {
    const { customerId, shop: { storeId }, associate: { associateId } } = this.person;
    this.#contacts += 1;
    this.journal.note('ContactMade', day, minute + this.random.whole(0, 90), {
      id: `X-${customerId}-${this.#contacts}`, storeId, customerId, associateId, purpose, channel: this.random.pick(['wechat', 'wechat', 'sms', 'call']), outcome: this.random.pick(outcomes),
    });
  }
}
