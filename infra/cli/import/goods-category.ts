/** Kinds of gift and household goods, the more telling first: a Christmas candle is for Christmas, a cake stand for the table. */
const kinds: readonly [category: string, words: readonly string[]][] = [
  ['christmas', ['christmas', 'xmas', 'advent', 'santa', 'reindeer']],
  ['bags', ['bag', 'bags', 'shopper', 'purse', 'satchel']],
  ['lighting', ['light', 'lights', 'lamp', 'lantern', 'lanterns', 'candle', 'candles', 'candlestick', 't-light', 'chandelier', 'lampshade']],
  ['kitchen', ['mug', 'mugs', 'cup', 'cups', 'plate', 'plates', 'bowl', 'bowls', 'tea', 'teapot', 'cake', 'baking', 'jar', 'spoon', 'cutlery', 'lunch', 'bottle', 'glass', 'tray', 'kitchen', 'jug', 'napkins', 'doily', 'cakestand', 'apron']],
  ['stationery', ['card', 'cards', 'wrap', 'paper', 'notebook', 'pencil', 'pencils', 'pen', 'stickers', 'tissues', 'ribbon', 'ribbons', 'tape', 'postage', 'chalkboard', 'journal']],
  ['toys', ['toy', 'toys', 'game', 'games', 'doll', 'puzzle', 'skipping', 'dominoes', 'playhouse', 'skittles', 'children', 'childrens', 'kids', 'baby']],
  ['jewellery', ['necklace', 'earrings', 'bracelet', 'ring', 'brooch', 'bead', 'hairband', 'hair']],
  ['garden', ['garden', 'plant', 'flower', 'flowers', 'bird', 'birdhouse', 'watering', 'herb', 'parasol', 'picnic']],
  ['storage', ['box', 'boxes', 'tin', 'tins', 'drawer', 'drawers', 'cabinet', 'basket', 'rack', 'holder', 'hook', 'hooks', 'hanger', 'crates', 'bin', 'storage']],
  ['decoration', ['decoration', 'decorations', 'bunting', 'garland', 'heart', 'hearts', 'wreath', 'frame', 'sign', 'clock', 'mirror', 'cushion', 'doormat', 'ornament', 'wicker', 'vase', 'knob', 'metal', 'wall', 'balloons', 'rug', 'warmer']],
];
const kindByWord = new Map([...kinds].reverse().flatMap(([category, words]) => words.map((word) => [word, category] as const)));
const rank = new Map(kinds.map(([category], at) => [category, at]));

/** What kind of goods a shop's description is about, from its words; `other` when none of them tells. */
export function goodsCategory(description: string): string {
  let best = 'other';
  for (const word of description.toLowerCase().split(/[^a-z-]+/)) {
    const kind = kindByWord.get(word);
    if (kind !== undefined && (rank.get(kind) ?? 99) < (rank.get(best) ?? 99)) best = kind;
  }
  return best;
}
