import { defineMessages } from '../internal/localize.ts';

export const pyramidMessages = defineMessages({
  en: {
    headline: '{tier} is {share} of the customers and brings {sales} of the sales.',
    customers: 'Customers', sales: 'Sales', people: '{n} | {share}', moved: '+{entered} −{left}',
    tier: 'Tier', share: 'Share', netSpend: 'Net spend', salesShare: 'Share of sales', entered: 'Entered', left: 'Left', without: '{n} more hold no tier.',
    picture: 'Pyramid of the tiers by number of customers, each joined to its share of the sales. The table below has the numbers.',
  },
  'zh-CN': {
    headline: '{tier}占顾客的 {share}，贡献销售的 {sales}。',
    customers: '顾客', sales: '销售', people: '{n} 人 | {share}', moved: '+{entered} −{left}',
    tier: '等级', share: '占比', netSpend: '净消费', salesShare: '销售占比', entered: '进入', left: '离开', without: '另有 {n} 人无等级。',
    picture: '按顾客人数绘制的等级金字塔，每级连到其销售占比。数字见下方表格。',
  },
  'zh-TW': {
    headline: '{tier}占顧客的 {share}，貢獻銷售的 {sales}。',
    customers: '顧客', sales: '銷售', people: '{n} 人 | {share}', moved: '+{entered} −{left}',
    tier: '等級', share: '占比', netSpend: '淨消費', salesShare: '銷售占比', entered: '進入', left: '離開', without: '另有 {n} 人無等級。',
    picture: '依顧客人數繪製的等級金字塔，每級連到其銷售占比。數字見下方表格。',
  },
});
