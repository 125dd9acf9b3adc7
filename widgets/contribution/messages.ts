import { defineMessages } from '../internal/localize.ts';

export const contributionMessages = defineMessages({
  en: {
    top: 'The best 20 % of customers make {share} of the sales to members.', key: '{share} of the customers make 80 % of the sales to members.', members: 'Members make {share} of all sales.',
    customers: 'Customers', sales: 'Sales', memberSales: 'Members', rest: 'Others', figure: 'Figure', value: 'Value',
  },
  'zh-CN': {
    top: '消费最高的 20% 顾客贡献会员销售的 {share}。', key: '{share} 的顾客贡献会员销售的 80%。', members: '会员贡献全部销售的 {share}。',
    customers: '顾客', sales: '销售', memberSales: '会员', rest: '其他', figure: '指标', value: '数值',
  },
  'zh-TW': {
    top: '消費最高的 20% 顧客貢獻會員銷售的 {share}。', key: '{share} 的顧客貢獻會員銷售的 80%。', members: '會員貢獻全部銷售的 {share}。',
    customers: '顧客', sales: '銷售', memberSales: '會員', rest: '其他', figure: '指標', value: '數值',
  },
});
