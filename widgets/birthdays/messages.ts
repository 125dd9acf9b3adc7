import { defineMessages } from '../internal/localize.ts';

export const birthdaysMessages = defineMessages({
  en: { title: 'Birthdays', month: 'Birthdays in {month}: {n}', empty: 'Nobody has a birthday in {month}.', gift: 'Gift: {name} ({cost})', noGift: 'No gift for this tier', reach: 'Greeting by {channel}', inShop: 'May not be written to: congratulate in the shop', unnamed: 'Customer {id}', none: 'No tier', more: '{n} more', cost: 'Gifts cost {value} in all' },
  'zh-CN': { title: '生日名单', month: '{month}生日：{n} 人', empty: '{month}没有人过生日。', gift: '礼物：{name}（{cost}）', noGift: '此等级无礼物', reach: '通过{channel}祝贺', inShop: '不可发送信息：到店时当面祝贺', unnamed: '顾客 {id}', none: '无等级', more: '还有 {n} 人', cost: '礼物共需 {value}' },
  'zh-TW': { title: '生日名單', month: '{month}生日：{n} 人', empty: '{month}沒有人過生日。', gift: '禮物：{name}（{cost}）', noGift: '此等級無禮物', reach: '透過{channel}祝賀', inShop: '不可發送訊息：來店時當面祝賀', unnamed: '顧客 {id}', none: '無等級', more: '還有 {n} 人', cost: '禮物共需 {value}' },
});
