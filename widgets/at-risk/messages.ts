import { defineMessages } from '../internal/localize.ts';

export const atRiskMessages = defineMessages({
  en: {
    title: 'Customers at risk', total: '{shown} of {total}, by value at risk: together {value}', stake: '{value} at risk', worth: 'worth {value}', spend: 'up to {value} to keep', last: 'last visit {day}', unnamed: 'Customer {id}', none: 'No tier', empty: 'Nobody is at risk.', alive: '{share} likely still a customer',
    steps: 'Win back in five steps', spotted: 'Spotted', value: 'Worth', cause: 'Cause', action: 'Do', prevention: 'So that it does not happen again', since: '{stage} since {day}', unknown: 'not known yet', noOutcome: 'No win-back contact recorded since the last visit.', noWord: 'no outcome written down', silent: 'silence', fading: 'fewer visits than expected', 'frequency-drop': 'comes less often', 'basket-drop': 'spends less', 'complaint-open': 'open complaint', 'low-score': 'low score', 'answer-complaints-in-time': 'Answer complaints in time.', 'ask-after-every-visit': 'Ask after every visit how it was.', 'contact-before-usual-interval-ends': 'Get in touch before the usual interval is over.', 'show-what-suits-her': 'Show what suits this customer.',
  },
  'zh-CN': {
    title: '流失风险名单', total: '共 {total} 人，按风险价值列出 {shown} 人，合计 {value}', stake: '风险价值 {value}', worth: '价值 {value}', spend: '挽留投入以 {value} 为宜', last: '最近到店 {day}', unnamed: '顾客 {id}', none: '无等级', empty: '目前无人有流失风险。', alive: '仍是顾客的可能 {share}',
    steps: '挽留五步', spotted: '发现', value: '未来价值', cause: '原因', action: '行动', prevention: '预防', since: '{day} 起{stage}', unknown: '尚未知', noOutcome: '最近一次到店后还没有挽留联系的记录。', noWord: '未记录结果', silent: '沉默', fading: '来得比预期少', 'frequency-drop': '来得少了', 'basket-drop': '花得少了', 'complaint-open': '投诉未解决', 'low-score': '评分低', 'answer-complaints-in-time': '及时答复投诉。', 'ask-after-every-visit': '每次到店后问问感受。', 'contact-before-usual-interval-ends': '在平常的间隔过去之前联系。', 'show-what-suits-her': '给顾客看合适的款式。',
  },
  'zh-TW': {
    title: '流失風險名單', total: '共 {total} 人，依風險價值列出 {shown} 人，合計 {value}', stake: '風險價值 {value}', worth: '價值 {value}', spend: '挽留投入以 {value} 為宜', last: '最近來店 {day}', unnamed: '顧客 {id}', none: '無等級', empty: '目前無人有流失風險。', alive: '仍是顧客的可能 {share}',
    steps: '挽留五步', spotted: '發現', value: '未來價值', cause: '原因', action: '行動', prevention: '預防', since: '{day} 起{stage}', unknown: '尚未知', noOutcome: '最近一次來店後還沒有挽留聯繫的紀錄。', noWord: '未記錄結果', silent: '沉默', fading: '來得比預期少', 'frequency-drop': '來得少了', 'basket-drop': '花得少了', 'complaint-open': '客訴未解決', 'low-score': '評分低', 'answer-complaints-in-time': '及時答覆客訴。', 'ask-after-every-visit': '每次來店後問問感受。', 'contact-before-usual-interval-ends': '在平常的間隔過去之前聯繫。', 'show-what-suits-her': '給顧客看合適的款式。',
  },
});
