import { defineMessages } from '../internal/localize.ts';

export const searchMessages = defineMessages({
  en: { label: 'Find a customer by the beginning of the number', found: '{n} found', nobody: 'Nobody found.', unnamed: 'Customer {id}', none: 'No tier' },
  'zh-CN': { label: '按编号开头查找顾客', found: '找到 {n} 人', nobody: '未找到。', unnamed: '顾客 {id}', none: '无等级' },
  'zh-TW': { label: '依編號開頭尋找顧客', found: '找到 {n} 人', nobody: '找不到。', unnamed: '顧客 {id}', none: '無等級' },
});
