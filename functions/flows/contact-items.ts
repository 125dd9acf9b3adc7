import type { ContactItem } from '../contract/contact-answers.ts';
import type { CustomerSummary } from '../contract/answers.ts';
import { formatDay } from '../domain/calendar.ts';
import { nextBirthday } from '../domain/contacts/birthdays.ts';
import { channelFor, planFor } from '../domain/contacts/schedule.ts';
import { ContactWriter } from './contact-detail.ts';
import type { ListedContact } from './listed-contacts.ts';
import type { SeenCustomer, View } from './view.ts';

/** Contacts as a list shows them. */
export class ContactItems {
  readonly #writer: ContactWriter;
  readonly #settings;

  constructor(private readonly view: View) {
    this.#settings = view.contactSettings;
    this.#writer = new ContactWriter(view.run.saved.run, this.#settings);
  }

  item({ contact, done, outcome }: ListedContact, { history, evaluation: { tier } }: SeenCustomer): ContactItem {
    const { associateId, about: { campaign } } = contact;
    const title = this.#settings.campaigns.find(({ id }) => id === campaign)?.title;
    return {
      ...this.#writer.write(contact, history, tier), purpose: contact.purpose, channel: contact.channel, name: history.profile.name, tier: tier.tier,
      associateName: associateId === null ? null : this.#settings.staff[associateId] ?? null, ...(title && { title: { ...title } }), done, outcome,
    };
  }

  /** Her next birthday with the gift, and the greeting by the channel she agreed to; null where no birthday is known. */
  birthday({ history, evaluation: { tier } }: SeenCustomer): CustomerSummary['birthdayPlan'] | null {
    const plan = nextBirthday(history, tier.tier, this.#settings, this.view.run.saved.run.asOf);
    if (plan === null) return null;
    const channel = channelFor({ history }, planFor(tier.tier, this.#settings));
    const about = { gift: plan.gift?.name ?? '' };
    const text = channel && this.#writer.text({ purpose: 'birthday', about, storeId: history.homeStore }, history, tier);
    return { day: formatDay(plan.day), gift: plan.gift && { ...plan.gift }, channel, text };
  }
}
