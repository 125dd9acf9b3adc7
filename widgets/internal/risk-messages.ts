import { defineMessages } from './localize.ts';

/** Why a customer is at risk, one sentence a code. */
export const riskMessages = defineMessages({
  en: {
    silent: 'No purchase since {lastOn}; usually comes every {usualGap} days.',
    fading: 'Comes less than would be expected of a customer who stays (under {aliveBelow} likely).',
    'frequency-drop': 'Comes every {recent} days lately, every {usual} days before.',
    'basket-drop': 'Spends {recent} a visit lately, {usual} before.',
    'complaint-open': '{count} complaint(s) open since {openedAt}.',
    'low-score': 'Answered {score} of {scale} on {day}.',
  },
  'zh-CN': {
    silent: '自{lastOn}起未购买，平时每 {usualGap} 天来一次。',
    fading: '来得比留存顾客应有的少（留存可能低于 {aliveBelow}）。',
    'frequency-drop': '近来每 {recent} 天来一次，以往每 {usual} 天一次。',
    'basket-drop': '近来每次消费 {recent}，以往 {usual}。',
    'complaint-open': '{openedAt}起有 {count} 件投诉未结。',
    'low-score': '{day}评分 {score} / {scale}。',
  },
  'zh-TW': {
    silent: '自{lastOn}起未消費，平時每 {usualGap} 天來一次。',
    fading: '來得比留存顧客應有的少（留存可能低於 {aliveBelow}）。',
    'frequency-drop': '近來每 {recent} 天來一次，以往每 {usual} 天一次。',
    'basket-drop': '近來每次消費 {recent}，以往 {usual}。',
    'complaint-open': '{openedAt}起有 {count} 件客訴未結。',
    'low-score': '{day}評分 {score} / {scale}。',
  },
});
