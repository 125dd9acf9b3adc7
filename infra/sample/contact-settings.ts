import { formatDay, type Day } from '../../functions/domain/calendar.ts';
import { festivals } from '../../functions/domain/contacts/festivals.ts';
import { shops } from './shops.ts';

const storeNames: Record<string, string> = { S01: '上海南京西路店', S02: '上海徐家汇店', S03: '杭州湖滨店', S04: '南京新街口店', S05: '苏州观前店', S06: '宁波天一店' };
const staff = ['陈悦', '林晓', '周敏', '吴佳', '徐静', '孙倩', '马丽', '朱琳', '胡月', '郭雪', '何欣', '高洁', '罗兰', '梁燕', '宋瑶', '唐宁', '许晴', '韩梅', '冯薇', '邓婷', '曹颖', '彭璐', '曾珊', '萧然'];

/** How the sample chain keeps in touch: names, gifts, service by card, and a calendar of what is on in the weeks after `today`. */
export function contactSettings(today: Day): object {
  const associates = shops.flatMap((shop) => shop.associates);
  return {
    brand: '素织', storeNames,
    staff: Object.fromEntries(associates.map(({ associateId }, at) => [associateId, staff[at]])),
    classes: { diamond: 'high', gold: 'middle', standard: 'low' },
    gifts: { gold: { name: '真丝方巾', cost: 9_900 }, diamond: { name: '羊绒围巾', cost: 39_900 } },
    campaigns: [
      { id: `tea-${formatDay(today + 6)}`, purpose: 'invitation', day: formatDay(today + 6), title: { 'zh-CN': '冬装工坊茶会', 'zh-TW': '冬裝工坊茶會', en: 'the winter atelier tea' }, tiers: ['diamond'] },
      { id: `coats-${formatDay(today + 5)}`, purpose: 'new-arrivals', day: formatDay(today + 5), title: { 'zh-CN': '新款羊绒外套', 'zh-TW': '新款羊絨外套', en: 'new cashmere coats' }, tiers: ['gold', 'diamond'], categories: ['外套'] },
      { id: `members-${formatDay(today + 10)}`, purpose: 'promotion', day: formatDay(today + 10), title: { 'zh-CN': '会员日', 'zh-TW': '會員日', en: 'member day' } },
      ...festivals.map((festival) => ({ ...festival, day: formatDay(festival.day) })),
    ],
  };
}
