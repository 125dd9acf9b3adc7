/** Something to put on the bus. */
export interface EventRecord { is: 'event'; line: number; detailType: string; detail: unknown; raw: string }
/** Left out by the format's own filter; counted by reason. */
export interface Skipped { is: 'skipped'; line: number; reason: string }
/** A row that cannot be taken, with the reason; `raw` is what the file says. */
export interface Rejected { is: 'rejected'; line: number; reason: string; raw: string }
export type ImportRecord = EventRecord | Skipped | Rejected;

export const surveyWindows = ['customer', 'none'] as const;
export type SurveyWindow = (typeof surveyWindows)[number];

/** What a format needs to know besides the file. */
export interface FormatSettings {
  /** ISO 4217 code of amounts in files that name none. */
  currency: string;
  /** Decimal places of that currency. */
  minorDigits: number;
  /** IANA zone of times without an offset. */
  timeZone: string;
  /** Store of rows that name none; undefined lets the format choose. */
  storeId: string | undefined;
  /** What an answer counts for: its customer and window, or with `none` the sale it is about. */
  surveyWindow: SurveyWindow;
  /** Column of the file for each field of a sale. */
  columns: ReadonlyMap<string, string>;
}

/** Reads a file as records, one at a time. Throws UnusableInput when the file cannot be of this format at all. */
export type Format = (file: SourceFile, settings: FormatSettings) => AsyncIterable<ImportRecord>;

/** A file, or a directory where a format reads several. `onRead` hears of the bytes read, as they lie on the disk. */
export interface SourceFile { path: string; onRead: (bytes: number) => void }
