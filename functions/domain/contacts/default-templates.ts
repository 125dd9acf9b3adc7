import type { Templates } from './templates.ts';

/** The texts a chain starts with. */
export const defaultTemplates: Templates = {
  salutation: { 'zh-CN': '尊敬的{name}，', 'zh-TW': '親愛的{name}，', en: 'Dear {name}, ' },
  anonymousSalutation: { 'zh-CN': '尊敬的会员，', 'zh-TW': '親愛的會員，', en: 'Dear member, ' },
  signature: { 'zh-CN': '【{brand} {store}】', 'zh-TW': '【{brand} {store}】', en: ' – {brand}, {store}' },
  bodies: {
    'complaint-follow-up': {
      'zh-CN': '您反映的问题已经处理，想听听您是否满意。', 'zh-TW': '您反映的問題已經處理，想聽聽您是否滿意。', en: 'we have settled what you told us and would like to hear whether you are content.',
    },
    birthday: {
      'zh-CN': '祝您生日快乐！[{gift}已为您备好，欢迎到店领取。]', 'zh-TW': '祝您生日快樂！[{gift}已為您備好，歡迎到店領取。]', en: 'happy birthday![ {gift} is waiting for you in the shop.]',
    },
    welcome: {
      'zh-CN': '欢迎加入，您目前有{points}积分。', 'zh-TW': '歡迎加入，您目前有{points}點。', en: 'welcome, you have {points} points.',
    },
    'downgrade-near': {
      'zh-CN': '{deadline}前再消费{amount}，即可保留{targetTier}。', 'zh-TW': '{deadline}前再消費{amount}，即可保留{targetTier}。', en: 'spend {amount} until {deadline} and you keep {targetTier}.',
    },
    'win-back': {
      'zh-CN': '好久不见，很想念您。欢迎再来看看。', 'zh-TW': '好久不見，很想念您。歡迎再來看看。', en: 'we have not seen you for a while and would love to welcome you again.',
    },
    'upgrade-near': {
      'zh-CN': '{deadline}前再消费{amount}，即可升级为{targetTier}。', 'zh-TW': '{deadline}前再消費{amount}，即可升級為{targetTier}。', en: 'spend {amount} until {deadline} and you become {targetTier}.',
    },
    'thank-you': {
      'zh-CN': '感谢您{day}的光临，穿搭上有任何问题请随时找我。', 'zh-TW': '感謝您{day}的光臨，穿搭上有任何問題請隨時找我。', en: 'thank you for your visit on {day}; ask me anything about what goes with it.',
    },
    invitation: {
      'zh-CN': '诚邀您参加{day}的{title}。', 'zh-TW': '誠邀您參加{day}的{title}。', en: 'please join us for {title} on {day}.',
    },
    launch: {
      'zh-CN': '{title}将于{day}上市，为您预留先睹为快。', 'zh-TW': '{title}將於{day}上市，為您預留先睹為快。', en: '{title} starts on {day}, and you may see it first.',
    },
    'new-arrivals': {
      'zh-CN': '{title}{day}到店，都是您喜欢的风格。', 'zh-TW': '{title}{day}到店，都是您喜歡的風格。', en: '{title} arrives on {day}, just to your taste.',
    },
    promotion: {
      'zh-CN': '{title}{day}开始，期待您的光临。', 'zh-TW': '{title}{day}開始，期待您的光臨。', en: '{title} begins on {day}; we look forward to seeing you.',
    },
    festival: {
      'zh-CN': '{title}将至，祝您节日愉快。', 'zh-TW': '{title}將至，祝您佳節愉快。', en: 'we wish you a happy {title}.',
    },
    anniversary: {
      'zh-CN': '感谢您与我们同行{years}年。', 'zh-TW': '感謝您與我們同行{years}年。', en: 'thank you for {years} years with us.',
    },
    'day-30': {
      'zh-CN': '{day}选购的衣物穿着还合心意吗？', 'zh-TW': '{day}選購的衣物穿著還合心意嗎？', en: 'how do you like what you chose on {day}?',
    },
    weather: {
      'zh-CN': '{title}，请注意增减衣物。', 'zh-TW': '{title}，請注意增減衣物。', en: '{title}: please dress for it.',
    },
    travel: {
      'zh-CN': '{title}，祝您旅途愉快。', 'zh-TW': '{title}，祝您旅途愉快。', en: '{title}: have a good journey.',
    },
    survey: {
      'zh-CN': '想请您用一分钟告诉我们这次的感受。', 'zh-TW': '想請您用一分鐘告訴我們這次的感受。', en: 'may we ask for one minute to hear how it was?',
    },
    visitor: {
      'zh-CN': '感谢光临，您看中的款式还在，随时为您留着。', 'zh-TW': '感謝光臨，您看中的款式還在，隨時為您留著。', en: 'thank you for looking in; what you liked is still here.',
    },
  },
};
