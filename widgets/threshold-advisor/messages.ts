import { defineMessages } from '../internal/localize.ts';

export const advisorMessages = defineMessages({
  en: {
    price: 'Average unit price', attach: 'Units per ticket', base: 'An ordinary ticket', growth: 'Growth', threshold: 'Threshold for a card',
    qualify: 'would qualify', people: '{n} of {all}', revenue: 'of what customers spend', interval: '95 % likely {low} – {high}', period: '{from} – {to}',
    levels: 'Existing levels', level: 'Level', raised: 'Price with growth', contribution: 'Contribution', empty: 'Nothing was bought in this time.',
    compare: 'Compare with, such as thresholds of competitors, {currency}', refused: 'Up to ten amounts, separated by spaces.', customers: 'Would qualify', share: 'Share of spend',
  },
  'zh-CN': {
    price: '平均单价', attach: '连带率', base: '基准（每单）', growth: '增幅', threshold: '开卡门槛',
    qualify: '达到门槛', people: '{all} 人中 {n} 人', revenue: '占顾客消费', interval: '95% 可能在 {low} – {high}', period: '{from} – {to}',
    levels: '现有等级', level: '等级', raised: '加增幅后单价', contribution: '贡献', empty: '此期间没有销售。',
    compare: '对比其他门槛（如竞争对手），{currency}', refused: '最多十个金额，以空格分隔。', customers: '达到门槛人数', share: '消费占比',
  },
  'zh-TW': {
    price: '平均單價', attach: '連帶率', base: '基準（每單）', growth: '增幅', threshold: '開卡門檻',
    qualify: '達到門檻', people: '{all} 人中 {n} 人', revenue: '占顧客消費', interval: '95% 可能在 {low} – {high}', period: '{from} – {to}',
    levels: '現有等級', level: '等級', raised: '加增幅後單價', contribution: '貢獻', empty: '此期間沒有銷售。',
    compare: '對比其他門檻（如競爭對手），{currency}', refused: '最多十個金額，以空格分隔。', customers: '達到門檻人數', share: '消費占比',
  },
});
