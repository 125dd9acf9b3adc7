import { defineMessages } from '../internal/localize.ts';

export const replayMessages = defineMessages({
  en: {
    enter: 'To enter', stay: 'To stay', everybody: 'Everybody', top: 'Best, % by net spend', months: '{n} months', now: 'now {n}',
    run: 'Try it out', running: 'Judging everybody…', reset: 'Back to the policy in force',
  },
  'zh-CN': {
    enter: '入级', stay: '保级', everybody: '所有人', top: '净消费居前 %', months: '{n} 个月', now: '现行 {n}', run: '试算', running: '正在逐一评定…', reset: '恢复现行政策',
  },
  'zh-TW': {
    enter: '入級', stay: '保級', everybody: '所有人', top: '淨消費居前 %', months: '{n} 個月', now: '現行 {n}', run: '試算', running: '正在逐一評定…', reset: '恢復現行政策',
  },
});
