import type { Format } from './record.ts';

/** Formats by the name given to `--format`; each is loaded when it is asked for. */
export const formats = {
  guibin: async (): Promise<Format> => (await import('./formats/guibin.ts')).guibinLines,
  cdnow: async (): Promise<Format> => (await import('./formats/cdnow.ts')).cdnow,
  'online-retail': async (): Promise<Format> => (await import('./formats/online-retail.ts')).onlineRetail,
  csv: async (): Promise<Format> => (await import('./formats/csv.ts')).csv,
  olist: async (): Promise<Format> => (await import('./formats/olist.ts')).olist,
} as const;
export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];
