/** Fields of a sale that `--map` can give a column of a CSV file. */
export const csvFields = ['customer', 'date', 'amount', 'store', 'quantity', 'sku', 'category', 'id', 'associate', 'currency'] as const;
export type CsvField = (typeof csvFields)[number];
