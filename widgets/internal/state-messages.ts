import { defineMessages } from './localize.ts';

/** What any widget says about itself rather than about customers. */
export const stateMessages = defineMessages({
  en: {
    loading: 'Loading…', retry: 'Try again', empty: 'Nothing to show yet.', unset: 'Nothing chosen yet.',
    noProvider: 'This page has no vip-provider before this widget.',
    unreachable: 'The server cannot be reached. It will be tried again when the connection is back.',
    signedOut: 'Your sign-in has expired. Sign in to the intranet again.',
    forbidden: 'You may not see this. It belongs to another store or needs another role.',
    missing: 'This is not known here.',
    busy: 'The server is busy; it will be tried again in {seconds} s.',
    broken: 'The server had a problem.', refused: 'The server did not understand the question.',
    reference: 'Reference {id}',
    stale: 'The nightly run is late: figures include facts up to {through}.',
    notRefreshed: 'Could not be refreshed; you see the last answer.',
    asTable: 'Show as a table', asOf: 'As of {day}', provenance: 'As of {day} · policy {policy} · facts up to {through}',
  },
  'zh-CN': {
    loading: '加载中…', retry: '重试', empty: '暂无内容。', unset: '尚未选择。',
    noProvider: '此页面在该组件之前没有 vip-provider。',
    unreachable: '无法连接服务器，网络恢复后将自动重试。',
    signedOut: '登录已过期，请重新登录内网。',
    forbidden: '您无权查看：该内容属于其他门店，或需要其他角色。',
    missing: '这里没有该记录。',
    busy: '服务器繁忙，{seconds} 秒后自动重试。',
    broken: '服务器出现问题。', refused: '服务器无法理解该请求。',
    reference: '编号 {id}',
    stale: '夜间计算延迟：数据截至 {through}。',
    notRefreshed: '刷新失败，当前显示上一次的结果。',
    asTable: '以表格查看', asOf: '截至{day}', provenance: '截至{day} · 政策第 {policy} 版 · 数据收录至 {through}',
  },
  'zh-TW': {
    loading: '載入中…', retry: '重試', empty: '暫無內容。', unset: '尚未選擇。',
    noProvider: '此頁面在該元件之前沒有 vip-provider。',
    unreachable: '無法連線到伺服器，網路恢復後將自動重試。',
    signedOut: '登入已過期，請重新登入內部網站。',
    forbidden: '您無權檢視：此內容屬於其他門市，或需要其他角色。',
    missing: '這裡沒有這筆紀錄。',
    busy: '伺服器忙碌，{seconds} 秒後自動重試。',
    broken: '伺服器發生問題。', refused: '伺服器無法理解此請求。',
    reference: '編號 {id}',
    stale: '夜間計算延遲：資料截至 {through}。',
    notRefreshed: '更新失敗，目前顯示上一次的結果。',
    asTable: '以表格檢視', asOf: '截至{day}', provenance: '截至{day} · 政策第 {policy} 版 · 資料收錄至 {through}',
  },
});

/** The key of `stateMessages` that explains a refused request to a reader. */
export function problemKey(status: number, retryAfter: number | null): 'unreachable' | 'signedOut' | 'forbidden' | 'missing' | 'busy' | 'broken' | 'refused' {
  if (status === 0) return 'unreachable';
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  if (retryAfter !== null && (status === 429 || status === 503)) return 'busy';
  return status >= 500 ? 'broken' : 'refused';
}
