import { defineMessages } from '../internal/localize.ts';

export const satisfactionMessages = defineMessages({
  en: {
    all: 'All', none: 'no answers', hidden: '{n} answers: too few to show a score', guarded: '{n} answers: not shown, or it would tell a smaller group’s', answers: 'n = {n}', few: 'few answers: no ranking', range: '{low} to {high}',
    explain: 'The band is the range the true value probably lies in (95 %). Scores of fewer than 30 answers carry no colour, of fewer than 5 no number.', group: 'Group', score: 'Score', interval: 'Range',
  },
  'zh-CN': {
    all: '全部', none: '无回答', hidden: '{n} 份回答：太少，不显示得分', guarded: '{n} 份回答：不显示，以免推出更小群体的得分', answers: 'n = {n}', few: '回答较少，不作比较', range: '{low} 至 {high}',
    explain: '色带为真实值的可能范围（95%）。不足 30 份回答不着色，不足 5 份不显示得分。', group: '群体', score: '得分', interval: '范围',
  },
  'zh-TW': {
    all: '全部', none: '無回覆', hidden: '{n} 份回覆：太少，不顯示得分', guarded: '{n} 份回覆：不顯示，以免推出更小群體的得分', answers: 'n = {n}', few: '回覆較少，不作比較', range: '{low} 至 {high}',
    explain: '色帶為真實值的可能範圍（95%）。不足 30 份回覆不著色，不足 5 份不顯示得分。', group: '群體', score: '得分', interval: '範圍',
  },
});
