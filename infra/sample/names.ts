import type { Random } from './random.ts';

const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕');
const female = Array.from('雅静婷悦欣怡雪梅兰芳慧敏琳娜妍蕾晴岚莹珊颖洁萍燕玲瑶');
const male = Array.from('伟强磊军涛明杰浩宇鹏飞俊峰辉');

/** A name of two or three characters, drawn and not anybody's. */
export function chineseName(random: Random, gender: 'female' | 'male'): string {
  const given = gender === 'female' ? female : male;
  return random.pick(surnames) + random.pick(given) + (random.chance(0.65) ? random.pick(given) : '');
}

/** Answers to the soft questions of a customer file. */
export const softAnswers = {
  job: ['教师', '会计', '设计师', '护士', '自营店主', '公务员', '工程师', '市场经理', '律师', '全职妈妈', '退休'],
  family: ['单身', '已婚', '一个孩子', '两个孩子', '与父母同住'],
  character: ['爽快', '细致', '随和', '谨慎', '热情', '内向'],
  buyingHabits: ['周末来店', '午休来店', '陪朋友来', '换季一次买齐', '看新款', '等活动'],
  taste: ['简约', '通勤', '法式', '中式', '休闲', '亮色', '黑白灰'],
  leisure: ['旅行', '瑜伽', '看展', '烘焙', '羽毛球', '阅读', '亲子活动'],
  lifestyle: ['经常出差', '居家', '社交多', '健身', '早睡早起'],
  serviceStyle: ['少打扰', '喜欢搭配建议', '要试多件', '先微信看图', '要茶水聊天'],
  promotionAttitude: ['不在意折扣', '看性价比', '只买折扣', '喜欢赠品'],
  values: ['看重品质', '看重面料', '环保', '看重独特', '看重舒适'],
} as const;
