import { defineMessages } from '../internal/localize.ts';

export const searchMessages = defineMessages({
  en: { label: 'Find a customer by name, number or the last four digits of the phone', list: 'Customers found', found: '{n} found', nobody: 'Nobody found.', unnamed: 'Customer {id}', none: 'No tier', name: 'name matches', phone: 'phone ends so' },
  'zh-CN': { label: '按姓名、编号或手机后四位查找顾客', list: '找到的顾客', found: '找到 {n} 人', nobody: '未找到。', unnamed: '顾客 {id}', none: '无等级', name: '姓名相符', phone: '手机尾号相符' },
  'zh-TW': { label: '依姓名、編號或手機末四碼尋找顧客', list: '找到的顧客', found: '找到 {n} 人', nobody: '找不到。', unnamed: '顧客 {id}', none: '無等級', name: '姓名相符', phone: '手機末碼相符' },
});
