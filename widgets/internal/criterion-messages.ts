import { defineMessages } from './localize.ts';

/** The criteria of tier rules, by the policy's codes: their names, and what is still missing of them as `…Missing`. */
export const criterionMessages = defineMessages({
  en: {
    'net-spend': 'Net spend', 'gross-margin': 'Gross margin', occasions: 'Visits with a purchase', tickets: 'Tickets', units: 'Units', points: 'Points earned', referrals: 'Referrals',
    'top-percent': 'Rank by net spend', satisfaction: 'Latest answer', 'membership-months': 'Months of membership', 'credit-rating': 'Credit rating', standing: 'Standing',
    'net-spend-missing': '{n} more spend', 'gross-margin-missing': '{n} more margin', 'occasions-missing': '{n} more visits', 'tickets-missing': '{n} more tickets', 'units-missing': '{n} more units',
    'points-missing': '{n} more points', 'referrals-missing': '{n} more referrals', 'top-percent-missing': '{n} more spend', 'satisfaction-missing': '{n} more satisfaction', 'membership-months-missing': '{n} more months',
    'credit-rating-missing': '{n} more credit rating', 'standing-missing': '{n} more standing',
  },
  'zh-CN': {
    'net-spend': '净消费', 'gross-margin': '毛利', occasions: '购买次数', tickets: '小票数', units: '件数', points: '累计积分', referrals: '转介绍',
    'top-percent': '净消费排名', satisfaction: '最近评分', 'membership-months': '会龄（月）', 'credit-rating': '信用评级', standing: '综合评定',
    'net-spend-missing': '还差消费 {n}', 'gross-margin-missing': '还差毛利 {n}', 'occasions-missing': '还差购买 {n} 次', 'tickets-missing': '还差 {n} 张小票', 'units-missing': '还差 {n} 件',
    'points-missing': '还差 {n} 积分', 'referrals-missing': '还差转介绍 {n} 位', 'top-percent-missing': '还差消费 {n}', 'satisfaction-missing': '评分还差 {n}', 'membership-months-missing': '会龄还差 {n} 个月',
    'credit-rating-missing': '信用评级还差 {n}', 'standing-missing': '综合评定还差 {n}',
  },
  'zh-TW': {
    'net-spend': '淨消費', 'gross-margin': '毛利', occasions: '購買次數', tickets: '銷售單數', units: '件數', points: '累計點數', referrals: '轉介紹',
    'top-percent': '淨消費排名', satisfaction: '最近評分', 'membership-months': '會齡（月）', 'credit-rating': '信用評等', standing: '綜合評定',
    'net-spend-missing': '還差消費 {n}', 'gross-margin-missing': '還差毛利 {n}', 'occasions-missing': '還差購買 {n} 次', 'tickets-missing': '還差 {n} 張銷售單', 'units-missing': '還差 {n} 件',
    'points-missing': '還差 {n} 點', 'referrals-missing': '還差轉介紹 {n} 位', 'top-percent-missing': '還差消費 {n}', 'satisfaction-missing': '評分還差 {n}', 'membership-months-missing': '會齡還差 {n} 個月',
    'credit-rating-missing': '信用評等還差 {n}', 'standing-missing': '綜合評定還差 {n}',
  },
});
