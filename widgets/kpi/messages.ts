import { defineMessages } from '../internal/localize.ts';

export const kpiMessages = defineMessages({
  en: {
    against: '{change} on {period}', previous: 'the period before', same: 'as in {period}', noChange: 'no clear change on {period}', range: 'between {low} and {high}', count: 'n = {n}',
    about: 'What is this?', hidden: 'Hidden: only {n} answers', guarded: 'Hidden, or it would tell a smaller figure', none: 'No figure', all: 'All time',
  },
  'zh-CN': {
    against: '较{period} {change}', previous: '上期', same: '与{period}持平', noChange: '较{period}无明显变化', range: '介于 {low} 与 {high}', count: 'n = {n}',
    about: '这是什么？', hidden: '不显示：仅 {n} 份回答', guarded: '不显示，以免推出更小的数字', none: '无数据', all: '全部时间',
  },
  'zh-TW': {
    against: '較{period} {change}', previous: '上期', same: '與{period}持平', noChange: '較{period}無明顯變化', range: '介於 {low} 與 {high}', count: 'n = {n}',
    about: '這是什麼？', hidden: '不顯示：僅 {n} 份回覆', guarded: '不顯示，以免推出更小的數字', none: '無資料', all: '全部時間',
  },
});
