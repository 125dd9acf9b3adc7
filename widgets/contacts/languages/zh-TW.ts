import type { ContactMessages } from './en.ts';

export const messages: ContactMessages = {
  list: {
    title: '回訪', view: '時間範圍', day: '今天', week: '7 天', month: '一個月', open: '還有 {open} 項待辦，共 {total} 項', empty: '沒有到期的回訪。', more: '還有 {n} 項',
    gift: '禮物：{gift}。', since: '{day}起應辦', until: '{day}前有效', unnamed: '顧客 {id}', none: '無等級', say: '話術',
    copy: '複製話術', copied: '已複製', selected: '已選取，請用鍵盤複製', how: '{name}的回訪結果', saving: '正在儲存…', saved: '已記錄：{outcome}', failed: '未能儲存。{why}',
  },
  purposes: {
    'complaint-follow-up': '客訴回訪', birthday: '生日', welcome: '歡迎入會', 'downgrade-near': '保級提醒', 'win-back': '挽留', 'upgrade-near': '升級提醒', 'thank-you': '感謝',
    invitation: '活動邀請', launch: '新品首發', 'new-arrivals': '新品到店', promotion: '促銷', festival: '節日', anniversary: '入會紀念', 'day-30': '滿月問候', weather: '天氣',
    travel: '出行', survey: '問卷', visitor: '來店未購',
  },
  why: {
    'complaint-follow-up': '客訴已經處理。', birthday: '今天生日。{gift}', welcome: '剛剛入會。', 'downgrade-near': '{deadline}前還需消費{amount}，才能保留{targetTier}。',
    'win-back': '很久沒有消息了。', 'upgrade-near': '{deadline}前再消費{amount}，即可升為{targetTier}。', 'thank-you': '{day}來買過。',
    invitation: '{title}，{day}。', launch: '{title}，{day}。', 'new-arrivals': '{title}，{day}，合她的喜好。', promotion: '{title}，{day}開始。', festival: '{title}，{day}。',
    anniversary: '今天入會滿 {years} 年。', 'day-30': '{day}來買過，到今天三十天。', weather: '{title}。', travel: '{title}。', survey: '{day}來買過，還沒有問過感受。', visitor: '{day}來過，沒有買。',
  },
  outcomes: { reached: '已聯絡上', 'no-answer': '無人應答', 'not-interested': '不感興趣', 'will-come': '會來', attended: '已到場' },
};
