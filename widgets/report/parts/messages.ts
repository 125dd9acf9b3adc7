import { defineMessages } from '../../internal/localize.ts';

/** What the parts of the report below its first table say. */
export const partMessages = defineMessages({
  en: {
    goals: 'Goals by class', class: 'Class', 'walk-in': 'Walk-ins, no tier', middle: 'Middle tiers', heavy: 'Highest tier', categories: 'By category',
    name: 'Name', ages: 'By age', age: 'Age', unknown: 'not known', stores: 'By store', associates: 'By associate',
    channels: 'Where the members of this month come from', way: 'Card obtained', enrolled: 'Enrolled', bought: 'Have bought', spent: 'Net spend since',
    cohorts: 'Who came back, by month of the first purchase', first: 'First bought', size: 'Customers', paid: 'paid for',
    'free-by-ticket': 'free with a ticket', partner: 'partner', referral: 'referral', event: 'event', 'first-purchase': 'first purchase',
  },
  'zh-CN': {
    goals: '分类目标', class: '顾客类别', 'walk-in': '散客与无等级', middle: '中间等级', heavy: '最高等级', categories: '按品类', name: '名称', ages: '按年龄', age: '年龄',
    unknown: '未知', stores: '按门店', associates: '按导购', channels: '本月新会员来源', way: '得卡方式', enrolled: '开卡', bought: '已购买', spent: '此后净消费',
    cohorts: '按首次购买月份看回购', first: '首次购买', size: '人数', paid: '购卡', 'free-by-ticket': '满件赠卡', partner: '合作方', referral: '转介绍', event: '活动',
    'first-purchase': '首次购买',
  },
  'zh-TW': {
    goals: '分類目標', class: '顧客類別', 'walk-in': '散客與無等級', middle: '中間等級', heavy: '最高等級', categories: '依品類', name: '名稱', ages: '依年齡', age: '年齡',
    unknown: '未知', stores: '依門市', associates: '依銷售顧問', channels: '本月新會員來源', way: '得卡方式', enrolled: '開卡', bought: '已購買', spent: '此後淨消費',
    cohorts: '依首次購買月份看回購', first: '首次購買', size: '人數', paid: '購卡', 'free-by-ticket': '滿件贈卡', partner: '合作方', referral: '轉介紹', event: '活動',
    'first-purchase': '首次購買',
  },
});
