import type { ContactMessages } from './en.ts';

export const messages: ContactMessages = {
  list: {
    title: '回访', view: '时间范围', day: '今天', week: '7 天', month: '一个月', open: '还有 {open} 项待办，共 {total} 项', empty: '没有到期的回访。', more: '还有 {n} 项',
    gift: '礼物：{gift}。', since: '{day}起应办', until: '{day}前有效', unnamed: '顾客 {id}', none: '无等级', say: '话术',
    copy: '复制话术', copied: '已复制', selected: '已选中，请用键盘复制', how: '{name}的回访结果', saving: '正在保存…', saved: '已记录：{outcome}', failed: '未能保存。{why}',
  },
  purposes: {
    'complaint-follow-up': '投诉回访', birthday: '生日', welcome: '欢迎入会', 'downgrade-near': '保级提醒', 'win-back': '挽留', 'upgrade-near': '升级提醒', 'thank-you': '感谢',
    invitation: '活动邀请', launch: '新品首发', 'new-arrivals': '新品到店', promotion: '促销', festival: '节日', anniversary: '入会纪念', 'day-30': '满月问候', weather: '天气',
    travel: '出行', survey: '问卷', visitor: '到店未购',
  },
  why: {
    'complaint-follow-up': '投诉已经处理。', birthday: '今天生日。{gift}', welcome: '刚刚入会。', 'downgrade-near': '{deadline}前还需消费{amount}，才能保留{targetTier}。',
    'win-back': '很久没有消息了。', 'upgrade-near': '{deadline}前再消费{amount}，即可升为{targetTier}。', 'thank-you': '{day}来买过。',
    invitation: '{title}，{day}。', launch: '{title}，{day}。', 'new-arrivals': '{title}，{day}，合她的喜好。', promotion: '{title}，{day}开始。', festival: '{title}，{day}。',
    anniversary: '今天入会满 {years} 年。', 'day-30': '{day}来买过，到今天三十天。', weather: '{title}。', travel: '{title}。', survey: '{day}来买过，还没有问过感受。', visitor: '{day}来过，没有买。',
  },
  outcomes: { reached: '已联系上', 'no-answer': '无人应答', 'not-interested': '不感兴趣', 'will-come': '会来', attended: '已到场' },
};
