import { defineMessages } from '../internal/localize.ts';

export const reportMessages = defineMessages({
  en: {
    title: 'VIP report, {month}', chain: 'All stores', store: 'Store {id}', associate: 'Associate {id}', print: 'Print',
    running: 'The month is not over: figures up to {day}.', figures: 'The month in figures', figure: 'Figure', change: 'Change',
    hidden: '{n} answers: not shown',
    explain: 'Under a figure: its change on last month and on the same month last year. ≈ marks a change that chance may explain.',
  },
  'zh-CN': {
    title: '{month} VIP 分析', chain: '全部门店', store: '门店 {id}', associate: '导购 {id}', print: '打印', running: '本月未结束：数字截至 {day}。', figures: '本月数字',
    figure: '指标', change: '变化', hidden: '{n} 份回答：不显示', explain: '数字下方为较上月、较去年同月的变化。≈ 表示可能只是偶然波动。',
  },
  'zh-TW': {
    title: '{month} VIP 分析', chain: '全部門市', store: '門市 {id}', associate: '銷售顧問 {id}', print: '列印', running: '本月未結束：數字截至 {day}。', figures: '本月數字',
    figure: '指標', change: '變化', hidden: '{n} 份回覆：不顯示', explain: '數字下方為較上月、較去年同月的變化。≈ 表示可能只是偶然波動。',
  },
});
