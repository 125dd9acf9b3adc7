import { completenessOf } from '../../ledger/fold-file.ts';
import type { SeriesKpi } from '../kpi.ts';
import { ratioTally } from '../tallies.ts';

export const fileCompleteness: SeriesKpi = {
  id: 'file-completeness',
  unit: 'share',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'File completeness', 'zh-CN': '档案完整度', 'zh-TW': '檔案完整度' },
  definition: {
    en: 'Mean of 0.2 × share of hard fields filled + 0.8 × share of soft fields filled, as files are at the as-of date, at home store and owner. n is the customers.',
    'zh-CN': '0.2 × 硬档案填写率 + 0.8 × 软档案填写率 的平均值，按计算日档案，归属门店与负责导购。n 为顾客数。',
    'zh-TW': '0.2 × 硬檔案填寫率 + 0.8 × 軟檔案填寫率 的平均值，按計算日檔案，歸屬門市與負責導購。n 為顧客數。',
  },
  tally: () => ratioTally(({ history }) => completenessOf(history.profile), () => 1),
};
