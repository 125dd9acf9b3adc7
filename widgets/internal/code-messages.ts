import { defineMessages } from './localize.ts';

/** Lifecycle stages, contact channels and what to do, by the server's codes. */
export const codeMessages = defineMessages({
  en: {
    prospect: 'Has not bought yet', new: 'New', growing: 'Growing', mature: 'Mature', drifting: 'Drifting away', dormant: 'Dormant', lost: 'Lost', 'won-back': 'Won back',
    'resolve-complaint': 'Resolve the complaint first and say so in person.', 'ask-what-was-wrong': 'Call and ask what was wrong.',
    'win-back': 'Win back: a personal call with a reason to come.', 'personal-contact': 'Get in touch personally, not by mass message.',
    'show-new-arrivals': 'Show new arrivals that fit the usual taste.', 'low-cost-message': 'A message is enough; no more should be spent.',
    sms: 'text message', call: 'phone', email: 'e-mail', wechat: 'WeChat', post: 'post',
  },
  'zh-CN': {
    prospect: '尚未购买', new: '新客', growing: '成长期', mature: '成熟期', drifting: '游离中', dormant: '沉睡', lost: '已流失', 'won-back': '已挽回',
    'resolve-complaint': '先解决投诉，并当面或电话告知。', 'ask-what-was-wrong': '致电了解哪里不满意。',
    'win-back': '挽回：专人致电，给一个到店的理由。', 'personal-contact': '由专属导购亲自联系，不用群发。',
    'show-new-arrivals': '推荐符合其品味的新品。', 'low-cost-message': '发一条消息即可，不宜多投入。',
    sms: '短信', call: '电话', email: '电子邮件', wechat: '微信', post: '邮寄',
  },
  'zh-TW': {
    prospect: '尚未購買', new: '新客', growing: '成長期', mature: '成熟期', drifting: '游離中', dormant: '沉睡', lost: '已流失', 'won-back': '已挽回',
    'resolve-complaint': '先解決客訴，並當面或致電告知。', 'ask-what-was-wrong': '致電了解哪裡不滿意。',
    'win-back': '挽回：專人致電，給一個來店的理由。', 'personal-contact': '由專屬顧問親自聯絡，不用群發。',
    'show-new-arrivals': '推薦符合其品味的新品。', 'low-cost-message': '發一則訊息即可，不宜多投入。',
    sms: '簡訊', call: '電話', email: '電子郵件', wechat: '微信', post: '郵寄',
  },
});
