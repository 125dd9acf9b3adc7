import { defineMessages } from '../internal/localize.ts';

export const serviceMessages = defineMessages({
  en: {
    tier: 'Tier', all: 'All', reply: 'First reply', resolution: 'Resolved', kept: 'Promises kept', hours: '{n} h', promised: 'promised {n} h', of: '{value} (n = {n})', range: '{low} to {high}', none: 'no complaints', few: 'few cases: no comparison',
    open: 'Complaints open', overdue: 'of them overdue', again: 'Bought again after a resolved complaint', rules: 'Rules of thumb beside what this chain measured', rule: 'Rule of thumb', measured: 'Measured here', unmeasured: 'not measured',
    stay: '60 % of those who complain stay if the complaint is resolved', cost: 'Keeping a customer costs a fifth of winning one', silent: 'One complaint stands for 25 who say nothing', word: '100 satisfied customers bring 25 new ones',
    explain: 'Times are medians on the service clock. A promise still open past its time counts as broken. Bands are 95 % ranges; of fewer than 30 cases they carry no colour.',
  },
  'zh-CN': {
    tier: '等级', all: '全部', reply: '首次回复', resolution: '解决', kept: '承诺达成', hours: '{n} 小时', promised: '承诺 {n} 小时', of: '{value}（n = {n}）', range: '{low} 至 {high}', none: '无投诉', few: '案件较少，不作比较',
    open: '未解决投诉', overdue: '其中逾期', again: '投诉解决后再次购买', rules: '经验之谈与本企业实测', rule: '经验之谈', measured: '本企业实测', unmeasured: '未测量',
    stay: '投诉得到解决的顾客 60% 会留下', cost: '留住顾客的成本是争取新客的五分之一', silent: '1 位投诉者背后有 25 位沉默者', word: '100 位满意顾客带来 25 位新顾客',
    explain: '时间为服务时钟上的中位数。逾期未结计为未守住承诺。色带为 95% 范围；不足 30 件不着色。',
  },
  'zh-TW': {
    tier: '等級', all: '全部', reply: '首次回覆', resolution: '解決', kept: '承諾達成', hours: '{n} 小時', promised: '承諾 {n} 小時', of: '{value}（n = {n}）', range: '{low} 至 {high}', none: '無投訴', few: '案件較少，不作比較',
    open: '未解決投訴', overdue: '其中逾期', again: '投訴解決後再次購買', rules: '經驗之談與本企業實測', rule: '經驗之談', measured: '本企業實測', unmeasured: '未測量',
    stay: '投訴得到解決的顧客 60% 會留下', cost: '留住顧客的成本是爭取新客的五分之一', silent: '1 位投訴者背後有 25 位沉默者', word: '100 位滿意顧客帶來 25 位新顧客',
    explain: '時間為服務時鐘上的中位數。逾期未結計為未守住承諾。色帶為 95% 範圍；不足 30 件不著色。',
  },
});
