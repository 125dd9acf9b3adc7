import type { Language } from '../../functions/contract/localized.ts';
import type { ContactMessages } from './languages/en.ts';

const loaders: Record<Language, () => Promise<{ messages: ContactMessages }>> = {
  en: () => import('./languages/en.ts'),
  'zh-CN': () => import('./languages/zh-CN.ts'),
  'zh-TW': () => import('./languages/zh-TW.ts'),
};
const loaded = new Map<Language, ContactMessages>();

/** The messages of a language; undefined until they have come, and then `onLoad` is called. */
export function contactMessages(language: Language, onLoad: () => void): ContactMessages | undefined {
  const known = loaded.get(language);
  if (!known) void load(language, onLoad);
  return known;
}

async function load(language: Language, onLoad: () => void): Promise<void> {
  loaded.set(language, (await loaders[language]()).messages);
  onLoad();
}
