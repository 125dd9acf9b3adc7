import { defineMessages } from '../internal/localize.ts';

export const atRiskMessages = defineMessages({
  en: { title: 'Customers at risk', total: '{shown} of {total}, by value at risk: together {value}', stake: '{value} at risk', worth: 'worth {value}', spend: 'up to {value} to keep', last: 'last visit {day}', unnamed: 'Customer {id}', none: 'No tier', empty: 'Nobody is at risk.', alive: '{share} likely still a customer' },
  'zh-CN': { title: '流失风险名单', total: '共 {total} 人，按风险价值列出 {shown} 人，合计 {value}', stake: '风险价值 {value}', worth: '价值 {value}', spend: '挽留投入以 {value} 为宜', last: '最近到店 {day}', unnamed: '顾客 {id}', none: '无等级', empty: '目前无人有流失风险。', alive: '仍是顾客的可能 {share}' },
  'zh-TW': { title: '流失風險名單', total: '共 {total} 人，依風險價值列出 {shown} 人，合計 {value}', stake: '風險價值 {value}', worth: '價值 {value}', spend: '挽留投入以 {value} 為宜', last: '最近來店 {day}', unnamed: '顧客 {id}', none: '無等級', empty: '目前無人有流失風險。', alive: '仍是顧客的可能 {share}' },
});
