import type { Language } from '../../functions/contract/localized.ts';
import { defineMessages, speaker } from './localize.ts';
import type { FieldProblem } from './problem.ts';

/** Why a value was not accepted, by the server's codes. */
const refusals = defineMessages({
  en: {
    missing: 'is missing', empty: 'must not be empty', 'not-json': 'is no valid JSON', number: 'must be a number', 'whole-number': 'must be a whole number', date: 'must be a date', kind: 'is of another kind than expected ({expected})',
    'at-least': 'must be at least {minimum}', 'more-than': 'must be more than {minimum}', 'at-most': 'must be at most {maximum}', 'too-short': 'needs at least {minimum}', 'too-long': 'may be {maximum} long at most',
    'one-of': 'must be one of: {options}', 'unknown-field': 'is not a field that is known', duplicate: 'is used already at {at}', 'too-many-ways': 'has more than {most} ways to be met', 'too-deep': 'is nested deeper than {most} levels',
    'ranks-today-only': 'must be {value}, because a rank among all customers is known for today only', 'voucher-too-dear': 'must be less than {most}, or vouchers would be worth what was paid for them',
    'excluded-in-force': 'must be as in the policy in force: what is excluded is left out at night', 'not-before': 'must not be before {day}', 'not-after': 'must be {day} at the latest',
  },
  'zh-CN': {
    missing: '缺少内容', empty: '不得为空', 'not-json': '不是有效的 JSON', number: '须为数字', 'whole-number': '须为整数', date: '须为日期', kind: '类型不符（应为 {expected}）',
    'at-least': '不得小于 {minimum}', 'more-than': '须大于 {minimum}', 'at-most': '不得大于 {maximum}', 'too-short': '至少需要 {minimum}', 'too-long': '长度不得超过 {maximum}',
    'one-of': '须为以下之一：{options}', 'unknown-field': '不是已知的字段', duplicate: '已在 {at} 使用', 'too-many-ways': '达成方式超过 {most} 种', 'too-deep': '嵌套超过 {most} 层',
    'ranks-today-only': '须为 {value}，因为顾客之间的名次只有当天可知', 'voucher-too-dear': '须小于 {most}，否则券值不低于换取它的消费',
    'excluded-in-force': '须与现行政策一致：排除的商品在夜间结算时已剔除', 'not-before': '不得早于 {day}', 'not-after': '不得晚于 {day}',
  },
  'zh-TW': {
    missing: '缺少內容', empty: '不得為空', 'not-json': '不是有效的 JSON', number: '須為數字', 'whole-number': '須為整數', date: '須為日期', kind: '類型不符（應為 {expected}）',
    'at-least': '不得小於 {minimum}', 'more-than': '須大於 {minimum}', 'at-most': '不得大於 {maximum}', 'too-short': '至少需要 {minimum}', 'too-long': '長度不得超過 {maximum}',
    'one-of': '須為以下之一：{options}', 'unknown-field': '不是已知的欄位', duplicate: '已在 {at} 使用', 'too-many-ways': '達成方式超過 {most} 種', 'too-deep': '巢狀超過 {most} 層',
    'ranks-today-only': '須為 {value}，因為顧客之間的名次只有當天可知', 'voucher-too-dear': '須小於 {most}，否則券值不低於換取它的消費',
    'excluded-in-force': '須與現行政策一致：排除的商品在夜間結算時已剔除', 'not-before': '不得早於 {day}', 'not-after': '不得晚於 {day}',
  },
});

/** A refusal as a sentence in the reader's language; in English, with its language marked, where the code is newer than this page. */
export function refusalText({ code, params, problem }: FieldProblem, language: Language): { text: string; lang: Language } {
  const table: Record<string, string> = refusals[language];
  return code !== undefined && code in table ? { text: speaker(table)(code, params), lang: language } : { text: problem, lang: 'en' };
}
