import { z } from 'zod';

/** The languages of the product, in the order a reader is offered them. */
export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same text in every language of the product. */
export const Localized = z.object({ en: z.string(), 'zh-CN': z.string(), 'zh-TW': z.string() });
export type Localized = z.infer<typeof Localized>;
