import type { KpiUnit, Text } from '../kpis/kpi.ts';

/** A figure of the report that is no KPI, because it belongs to who enrolled a customer, which is not who owns her today. */
export interface OwnMeasure { id: string; unit: KpiUnit; moreIsBetter: boolean | null; name: Text; definition: Text }

export const enrolmentMeasures = {
  enrolments: {
    id: 'enrolments', unit: 'count', moreIsBetter: true,
    name: { en: 'Enrolments', 'zh-CN': '开卡数', 'zh-TW': '開卡數' },
    definition: { en: 'Customers enrolled in the month.', 'zh-CN': '当月登记的顾客数。', 'zh-TW': '當月登記的顧客數。' },
  },
  complete: {
    id: 'complete-enrolments', unit: 'share', moreIsBetter: true,
    name: { en: 'Complete at sign-up', 'zh-CN': '必填齐全率', 'zh-TW': '必填齊全率' },
    definition: { en: 'Share of them with name, phone and birthday.', 'zh-CN': '其中姓名、手机、生日齐全的占比。', 'zh-TW': '其中姓名、手機、生日齊全的占比。' },
  },
  completeness: {
    id: 'enrolment-completeness', unit: 'share', moreIsBetter: null,
    name: { en: 'Their files', 'zh-CN': '其档案完整度', 'zh-TW': '其檔案完整度' },
    definition: {
      en: 'Mean completeness of their files today: 0.2 × share of hard fields + 0.8 × share of soft fields.',
      'zh-CN': '其档案目前的平均完整度：0.2 × 硬档案比例 + 0.8 × 软档案比例。', 'zh-TW': '其檔案目前的平均完整度：0.2 × 硬檔案比例 + 0.8 × 軟檔案比例。',
    },
  },
  bought: {
    id: 'enrolment-yield', unit: 'share', moreIsBetter: true,
    name: { en: 'Bought in the month', 'zh-CN': '当月购买占比', 'zh-TW': '當月購買占比' },
    definition: { en: 'Share of them who had bought by the end of the month.', 'zh-CN': '其中截至当月末已购买的占比。', 'zh-TW': '其中截至當月末已購買的占比。' },
  },
  incentive: {
    id: 'staff-incentive', unit: 'money', moreIsBetter: null,
    name: { en: 'Incentive earned', 'zh-CN': '开卡奖励', 'zh-TW': '開卡獎勵' },
    definition: {
      en: 'For every card sold or given for a large ticket, and for reaching the month’s number of complete enrolments, as the policy says.',
      'zh-CN': '每张售出或满件赠送的卡，以及当月齐全开卡达标的奖励，按政策计算。', 'zh-TW': '每張售出或滿件贈送的卡，以及當月齊全開卡達標的獎勵，按政策計算。',
    },
  },
} as const satisfies Record<string, OwnMeasure>;
