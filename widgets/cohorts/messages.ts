import { defineMessages } from '../internal/localize.ts';

export const cohortMessages = defineMessages({
  en: { title: 'Of the customers who first bought in a month, how many bought again so many months later', first: 'First bought', size: 'Customers' },
  'zh-CN': { title: '各月首次购买的顾客，在之后第几个月再次购买的比例', first: '首次购买', size: '人数' },
  'zh-TW': { title: '各月首次購買的顧客，在之後第幾個月再次購買的比例', first: '首次購買', size: '人數' },
});
