import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { QueueResource } from '../template/stack.ts';
import { openJournal } from './journal.ts';
import { createLine } from './line.ts';

export interface Message {
  id: string;
  body: string;
  /** Milliseconds since 1970. */
  sentAt: number;
  receiveCount: number;
  firstReceivedAt: number;
}

export interface Queue {
  name: string;
  arn: string;
  resource: QueueResource;
  /** Stores a message; `stored` resolves once it survives a crash. */
  send(body: string, delaySeconds?: number): { id: string; stored: Promise<void> };
  /** Takes up to `limit` messages and `maxBytes` of bodies, hidden from others until deleted or `visibilitySeconds` have passed. Resolves once the delivery is on record. */
  receive(limit: number, maxBytes: number, visibilitySeconds?: number): Promise<Message[]>;
  /** Deletes messages by receipt; a receipt of an earlier delivery deletes nothing. */
  remove(receipts: string[]): Promise<void>;
  changeVisibility(receipt: string, seconds: number): void;
  counts(): { visible: number; inFlight: number; delayed: number };
  /** Resolves when a message may be waiting, or after the time given. */
  arrival(milliseconds: number): Promise<void>;
  purge(): void;
  /** Takes deleted messages off the disk now; they leave it by themselves soon. */
  tidy(): void;
  end(): void;
}

type JournalLine = ['+', id: string, sentAt: number, body: string, receiveCount?: number] | ['r' | '-', ids: string[]];

const SWEEP_MS = 100;
/** What was deleted leaves the disk when the queue has been quiet for so long. */
const TIDY_MS = 300;
const COMPACT_BYTES = 32 * 1024 * 1024;

/** The handle that proves which delivery of a message one holds. */
export function receiptOf(message: Message): string {
  return `${message.id}#${message.receiveCount}`;
}

/** A standard queue kept in memory and in a journal; `deadLetters` looks up the queue that gets what was received too often. */
export function openQueue(resource: QueueResource, folder: string, deadLetters: (arn: string) => Queue): Queue {
  const { properties } = resource;
  const visible = createLine<Message>();
  const hidden = new Map<string, { message: Message; until: number; delayed: boolean }>();
  const arrivals = new Set<() => void>();
  let liveBytes = 0;

  const restored = new Map<string, Message>();
  let deleted = false;
  const journal = openJournal(join(folder, `${resource.name}.journal`), (line) => {
    const record = JSON.parse(line) as JournalLine;
    if (record[0] === '+') {
      const [, id, sentAt, body, receiveCount = 0] = record;
      restored.set(id, { id, sentAt, body, receiveCount, firstReceivedAt: 0 });
    } else if (record[0] === '-') {
      for (const id of record[1]) restored.delete(id);
      deleted = true;
    } else {
      for (const id of record[1]) {
        const message = restored.get(id);
        if (message) message.receiveCount += 1;
      }
    }
  });
  for (const message of restored.values()) visible.push(message);
  liveBytes = [...restored.values()].reduce((sum, message) => sum + message.body.length, 0);

  const note = (record: JournalLine) => journal.append(JSON.stringify(record));
  const announce = () => {
    for (const wake of arrivals) wake();
  };

  let tidying: NodeJS.Timeout | undefined;
  const tidy = () => {
    clearTimeout(tidying);
    tidying = undefined;
    const live = [...visible, ...[...hidden.values()].map(({ message }) => message)];
    journal.rewrite(live.map(({ id, sentAt, body, receiveCount }) => JSON.stringify(['+', id, sentAt, body, receiveCount] satisfies JournalLine)));
  };
  const tidySoon = () => {
    clearTimeout(tidying);
    if (journal.size() >= COMPACT_BYTES && journal.size() >= 3 * liveBytes) tidy();
    else tidying = setTimeout(tidy, TIDY_MS);
  };

  if (deleted) tidy();

  const forget = (messages: Message[]) => {
    for (const message of messages) {
      hidden.delete(message.id);
      liveBytes -= message.body.length;
    }
    const stored = note(['-', messages.map((message) => message.id)]);
    tidySoon();
    return stored;
  };

  const expired = (message: Message) => message.sentAt + properties.MessageRetentionPeriod * 1000 < Date.now();
  const poisoned = (message: Message) => properties.RedrivePolicy !== undefined && message.receiveCount >= properties.RedrivePolicy.maxReceiveCount;

  const bury = async (message: Message) => {
    await deadLetters(properties.RedrivePolicy?.deadLetterTargetArn ?? '').send(message.body).stored;
    await forget([message]);
  };

  const sweep = setInterval(() => {
    const now = Date.now();
    for (const [id, { message, until }] of hidden) {
      if (until > now) continue;
      hidden.delete(id);
      if (poisoned(message)) {
        hidden.set(id, { message, until: Number.POSITIVE_INFINITY, delayed: false });
        void bury(message);
      } else {
        visible.push(message);
        announce();
      }
    }
  }, SWEEP_MS);

  const held = (receipt: string) => {
    const [id = '', receiveCount] = receipt.split('#');
    const entry = hidden.get(id);
    return entry && String(entry.message.receiveCount) === receiveCount ? entry : undefined;
  };

  return {
    name: resource.name,
    arn: resource.arn,
    resource,
    send: (body, delaySeconds = properties.DelaySeconds) => {
      const message: Message = { id: randomUUID(), body, sentAt: Date.now(), receiveCount: 0, firstReceivedAt: 0 };
      liveBytes += body.length;
      const stored = note(['+', message.id, message.sentAt, body]);
      if (delaySeconds > 0) hidden.set(message.id, { message, until: Date.now() + delaySeconds * 1000, delayed: true });
      else {
        visible.push(message);
        announce();
      }
      return { id: message.id, stored };
    },
    receive: async (limit, maxBytes, visibilitySeconds = properties.VisibilityTimeout) => {
      const received: Message[] = [];
      let bytes = 0;
      for (let next = visible.peek(); next && received.length < limit; next = visible.peek()) {
        bytes += next.body.length;
        if (received.length > 0 && bytes > maxBytes) break;
        visible.shift();
        if (expired(next)) void forget([next]);
        else if (poisoned(next)) void bury(next);
        else {
          next.receiveCount += 1;
          next.firstReceivedAt ||= Date.now();
          hidden.set(next.id, { message: next, until: Date.now() + visibilitySeconds * 1000, delayed: false });
          received.push(next);
        }
      }
      if (received.length > 0) await note(['r', received.map((message) => message.id)]);
      return received;
    },
    remove: async (receipts) => {
      const messages = receipts.flatMap((receipt) => held(receipt)?.message ?? []);
      if (messages.length > 0) await forget(messages);
    },
    changeVisibility: (receipt, seconds) => {
      const entry = held(receipt);
      if (entry) entry.until = Date.now() + seconds * 1000;
    },
    counts: () => {
      const delayed = [...hidden.values()].filter((entry) => entry.delayed).length;
      return { visible: visible.length(), inFlight: hidden.size - delayed, delayed };
    },
    arrival: (milliseconds) => new Promise((resolve) => {
      if (visible.length() > 0) {
        resolve();
        return;
      }
      const wake = () => {
        clearTimeout(timer);
        arrivals.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      arrivals.add(wake);
    }),
    purge: () => {
      visible.clear();
      hidden.clear();
      liveBytes = 0;
      journal.rewrite([]);
    },
    tidy,
    end: () => {
      clearInterval(sweep);
      if (tidying) tidy();
      announce();
      journal.end();
    },
  };
}
