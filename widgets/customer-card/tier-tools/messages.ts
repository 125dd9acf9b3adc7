import { defineMessages } from '../../internal/localize.ts';

export const toolMessages = defineMessages({
  en: {
    agrees: 'Judged anew from {n} facts: the same.', disagrees: 'Judged anew from {n} facts: not the same. Tell head office.', unsure: 'Judged anew from {n} facts: not the same, but {later} came or came again since. Look again after the next night.', later: '{n} more have come since and count from the next night on.',
    back: 'What a return would do', sale: 'Sale', show: 'Show', whole: '{units} pcs for {amount} come back.', stays: 'The tier stays {tier}.', changes: 'The tier would be {after}, now {now}.', points: 'Points to spend: {now} → {after}.', none: 'No tier',
    hand: 'Set the tier by hand', tier: 'Tier', until: 'Last day', reason: 'Reason', set: 'Set', done: '{tier} until {day}, recorded in your name. The page shows it after the next night.',
  },
  'zh-CN': {
    agrees: '已用 {n} 条事实重新评定：结果一致。', disagrees: '已用 {n} 条事实重新评定：结果不一致，请告知总部。', unsure: '已用 {n} 条事实重新评定：结果不一致，但此后又有 {later} 条到达或重发。请在下次夜间结算后再看。', later: '此后又有 {n} 条到达，自下次夜间结算起计入。',
    back: '如果退货会怎样', sale: '小票', show: '查看', whole: '退回 {units} 件，{amount}。', stays: '等级仍为{tier}。', changes: '等级将由{now}变为{after}。', points: '可用积分：{now} → {after}。', none: '无等级',
    hand: '手动设定等级', tier: '等级', until: '最后一天', reason: '理由', set: '设定', done: '{tier}，至 {day}，已以您的名义记录。下次夜间结算后页面显示。',
  },
  'zh-TW': {
    agrees: '已用 {n} 筆事實重新評定：結果一致。', disagrees: '已用 {n} 筆事實重新評定：結果不一致，請告知總部。', unsure: '已用 {n} 筆事實重新評定：結果不一致，但此後又有 {later} 筆到達或重發。請在下次夜間結算後再看。', later: '此後又有 {n} 筆到達，自下次夜間結算起計入。',
    back: '如果退貨會怎樣', sale: '小票', show: '檢視', whole: '退回 {units} 件，{amount}。', stays: '等級仍為{tier}。', changes: '等級將由{now}變為{after}。', points: '可用積分：{now} → {after}。', none: '無等級',
    hand: '手動設定等級', tier: '等級', until: '最後一天', reason: '理由', set: '設定', done: '{tier}，至 {day}，已以您的名義記錄。下次夜間結算後頁面顯示。',
  },
});
