import type { Language } from '../../functions/contract/localized.ts';

interface Texts {
  brand: string; store: string; role: string; language: string; skip: string; colophon: string; all: string;
  counter: string; storePage: string; chain: string; report: string; month: string; counterTitle: string; storeTitle: string; chainTitle: string;
  todo: string; birthdays: string; watch: string; news: string; lastMonth: string; ladder: string; feel: string; service: string; sales: string; share: string; worth: string; returning: string; card: string; whatIf: string;
  roles: { associate: string; manager: string; 'head-office': string };
  stores: Record<string, string>;
  notices: [date: string, text: string][];
}

/** Everything the invented intranet page says itself. */
export const texts: Record<Language, Texts> = {
  'zh-CN': {
    brand: '素织', store: '门店', role: '身份', language: '语言', skip: '跳到正文', colophon: '素织服饰内网（虚构的示例企业）', all: '全部门店',
    counter: '柜台', storePage: '门店', chain: '总部', report: '月报', month: '月份', counterTitle: '柜台', storeTitle: '门店看板', chainTitle: '总部看板',
    todo: '今日回访', birthdays: '下月生日', watch: '需要关心的顾客', news: '公告', lastMonth: '上月数字', ladder: '会员等级', feel: '顾客感受', service: '投诉与服务', sales: '销售走势', share: '谁带来销售', worth: '顾客值多少', returning: '谁回来了', card: '开卡门槛', whatIf: '等级政策试算',
    roles: { associate: '导购', manager: '店长', 'head-office': '总部' },
    stores: { S01: '上海 南京西路', S02: '上海 徐家汇', S03: '杭州 湖滨', S04: '南京 新街口', S05: '苏州 观前', S06: '宁波 天一' },
    notices: [['11-20', '冬季大衣到店，橱窗周一前换好。'], ['11-18', '会员日 11 月 28 日：铂金、黄金提前一天进场。'], ['11-13', '退换货新规：凭小票 14 天，未剪吊牌。'], ['11-09', '十二月排班请于 25 日前确认。']],
  },
  'zh-TW': {
    brand: '素織', store: '門市', role: '身分', language: '語言', skip: '跳到正文', colophon: '素織服飾內部網站（虛構的範例企業）', all: '全部門市',
    counter: '櫃台', storePage: '門市', chain: '總部', report: '月報', month: '月份', counterTitle: '櫃台', storeTitle: '門市看板', chainTitle: '總部看板',
    todo: '今日回訪', birthdays: '下月生日', watch: '需要關心的顧客', news: '公告', lastMonth: '上月數字', ladder: '會員等級', feel: '顧客感受', service: '投訴與服務', sales: '銷售走勢', share: '誰帶來銷售', worth: '顧客值多少', returning: '誰回來了', card: '開卡門檻', whatIf: '等級政策試算',
    roles: { associate: '銷售顧問', manager: '店長', 'head-office': '總部' },
    stores: { S01: '上海 南京西路', S02: '上海 徐家匯', S03: '杭州 湖濱', S04: '南京 新街口', S05: '蘇州 觀前', S06: '寧波 天一' },
    notices: [['11-20', '冬季大衣到店，櫥窗週一前換好。'], ['11-18', '會員日 11 月 28 日：鉑金、黃金提前一天進場。'], ['11-13', '退換貨新規：憑銷售單 14 天，未剪吊牌。'], ['11-09', '十二月排班請於 25 日前確認。']],
  },
  en: {
    brand: '素织', store: 'Store', role: 'Signed in as', language: 'Language', skip: 'Skip to content', colophon: 'Suzhi intranet (an invented company)', all: 'All stores',
    counter: 'Counter', storePage: 'Store', chain: 'Head office', report: 'Monthly report', month: 'Month', counterTitle: 'Counter', storeTitle: 'Store board', chainTitle: 'Head office board',
    todo: 'Contacts', birthdays: 'Birthdays next month', watch: 'Customers who need attention', news: 'Notices', lastMonth: 'Last month', ladder: 'Member tiers', feel: 'How customers feel', service: 'Complaints and service', sales: 'Sales over time', share: 'Who brings the sales', worth: 'What customers are worth', returning: 'Who comes back', card: 'Threshold for a card', whatIf: 'Other thresholds, tried out',
    roles: { associate: 'Associate', manager: 'Store manager', 'head-office': 'Head office' },
    stores: { S01: 'Shanghai, Nanjing Road West', S02: 'Shanghai, Xujiahui', S03: 'Hangzhou, Hubin', S04: 'Nanjing, Xinjiekou', S05: 'Suzhou, Guanqian', S06: 'Ningbo, Tianyi' },
    notices: [['11-20', 'Winter coats are in; windows to be changed by Monday.'], ['11-18', 'Member day 28 November: Platinum and Gold enter a day early.'], ['11-13', 'New returns rule: 14 days with the ticket, tags uncut.'], ['11-09', 'Confirm your December rota by the 25th.']],
  },
};
