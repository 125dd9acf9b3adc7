import type { Language } from '../../functions/contract/localized.ts';
import type { CoreMessages } from '../languages/en.ts';

const loaders: Record<Language, () => Promise<{ messages: CoreMessages }>> = {
  en: () => import('../languages/en.ts'),
  'zh-CN': () => import('../languages/zh-CN.ts'),
  'zh-TW': () => import('../languages/zh-TW.ts'),
};
const loaded = new Map<Language, CoreMessages>();

/** The messages of a language, or undefined until `loadMessages` has fetched them: a page downloads only the language it speaks. */
export function messagesIn(language: Language): CoreMessages | undefined {
  return loaded.get(language);
}

/** Fetches the messages of a language, once. */
export async function loadMessages(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, (await loaders[language]()).messages);
}
