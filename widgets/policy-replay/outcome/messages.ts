import { defineMessages } from '../../internal/localize.ts';

export const outcomeMessages = defineMessages({
  en: {
    moved: '{moved} of {customers} customers would change tier: {up} rise, {down} fall.', same: 'Nobody would change tier.', benefits: 'Benefits a year',
    risen: 'Lifetime value that rises', stake: 'Lifetime value that falls', flips: 'Changes of tier a year', grace: 'Held by grace', keep: 'Held by keep rules', stepLimit: 'Held by the limit of steps', held: '{n} | {cost} a year', change: '{now} → {draft}', unknown: 'unknown',
    before: 'In force', after: 'Draft', none: 'No tier', movers: 'Who moves', customer: 'Customer', customers: 'Customers', spend: 'Net spend', worth: 'Lifetime value',
    cells: 'Old and new tiers as a table', picture: 'What flows from the tiers in force to the tiers of the draft. The table below has the numbers.',
  },
  'zh-CN': {
    moved: '{customers} 位顾客中 {moved} 位等级将变：{up} 位上升，{down} 位下降。', same: '无人等级变化。', benefits: '每年权益成本', risen: '上升者的终身价值', stake: '下降者的终身价值', flips: '每年等级变动', grace: '靠宽限期留级', keep: '靠保级规则留级', stepLimit: '因限降级数留级', held: '{n} 人 | 每年 {cost}',
    change: '{now} → {draft}', unknown: '未知', before: '现行', after: '草案', none: '无等级', movers: '变动名单', customer: '顾客', customers: '人数', spend: '净消费', worth: '终身价值',
    cells: '以表格查看新旧等级', picture: '从现行等级流向草案等级的顾客。数字见下方表格。',
  },
  'zh-TW': {
    moved: '{customers} 位顧客中 {moved} 位等級將變：{up} 位上升，{down} 位下降。', same: '無人等級變化。', benefits: '每年權益成本', risen: '上升者的終身價值', stake: '下降者的終身價值', flips: '每年等級變動', grace: '靠寬限期留級', keep: '靠保級規則留級', stepLimit: '因限降級數留級', held: '{n} 人 | 每年 {cost}',
    change: '{now} → {draft}', unknown: '未知', before: '現行', after: '草案', none: '無等級', movers: '變動名單', customer: '顧客', customers: '人數', spend: '淨消費', worth: '終身價值',
    cells: '以表格檢視新舊等級', picture: '從現行等級流向草案等級的顧客。數字見下方表格。',
  },
});
