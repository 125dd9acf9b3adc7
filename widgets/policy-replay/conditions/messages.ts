import { defineMessages } from '../../internal/localize.ts';

export const conditionMessages = defineMessages({
  en: {
    counted: 'What counts', window: 'Purchases of', months: 'Months', mixed: 'as each rule says', rolling: 'the last months', 'calendar-year': 'the calendar year', 'membership-year': 'the membership year', lifetime: 'all time',
    falling: 'Falling', review: 'Looked at', nightly: 'every night', monthly: 'at the end of a month', yearly: 'at the end of a year', anniversary: 'at the end of the membership year',
    grace: 'Days of grace before a fall', steps: 'Most steps down at once (empty: no limit)',
    document: 'The whole policy as a document', paste: 'Change it here, paste another, or drop a file.', open: 'Open a file', tryDocument: 'Try this document out',
  },
  'zh-CN': {
    counted: '计算范围', window: '计入的消费', months: '月数', mixed: '按各规则', rolling: '最近若干个月', 'calendar-year': '自然年', 'membership-year': '会员年', lifetime: '全部时间',
    falling: '降级', review: '检查时间', nightly: '每晚', monthly: '每月末', yearly: '每年末', anniversary: '会员年末',
    grace: '降级前宽限（天）', steps: '一次最多降几级（留空不限）',
    document: '整份政策文档', paste: '可在此修改、粘贴另一份，或拖入文件。', open: '打开文件', tryDocument: '试算此文档',
  },
  'zh-TW': {
    counted: '計算範圍', window: '計入的消費', months: '月數', mixed: '依各規則', rolling: '最近若干個月', 'calendar-year': '自然年', 'membership-year': '會員年', lifetime: '全部時間',
    falling: '降級', review: '檢查時間', nightly: '每晚', monthly: '每月末', yearly: '每年末', anniversary: '會員年末',
    grace: '降級前寬限（天）', steps: '一次最多降幾級（留空不限）',
    document: '整份政策文件', paste: '可在此修改、貼上另一份，或拖入檔案。', open: '開啟檔案', tryDocument: '試算此文件',
  },
});
