import { defineMessages } from '../internal/localize.ts';

/** What the card says about what to talk about, by the server’s reasons. */
export const likesMessages = defineMessages({
  en: { talk: 'Talk about', 'own-habit': 'Bought {times} times, last on {lastOn}.', 'own-habit-once': 'Bought on {lastOn}.', 'bought-together': 'Not bought here yet; {customers} customers who have “{because}” have it too.' },
  'zh-CN': { talk: '可以聊聊', 'own-habit': '买过 {times} 次，最近 {lastOn}。', 'own-habit-once': '{lastOn} 买过。', 'bought-together': '还没买过；买了“{because}”的顾客中有 {customers} 位也买了。' },
  'zh-TW': { talk: '可以聊聊', 'own-habit': '買過 {times} 次，最近 {lastOn}。', 'own-habit-once': '{lastOn} 買過。', 'bought-together': '還沒買過；買了「{because}」的顧客中有 {customers} 位也買了。' },
});
