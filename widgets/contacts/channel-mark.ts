import { svg } from 'lit/html.js';

const shapes: Record<string, string> = {
  call: 'M4 2h2.500l1 3-1.500 1.500a8 8 0 0 0 3.500 3.500l1.500-1.500 3 1v2.500a1.500 1.500 0 0 1-1.500 1.500A10.500 10.500 0 0 1 2.500 3.500 1.500 1.500 0 0 1 4 2z',
  sms: 'M2 3h12v8H7l-3 3v-3H2z',
  wechat: 'M6 2.500a4.500 3.800 0 0 0-3 6.600V11l2-1a4.500 3.800 0 1 0 1-7.500zM10.500 7a3.800 3.200 0 1 0 1 6.300l1.700.7v-1.600A3.800 3.200 0 0 0 10.500 7z',
  email: 'M2 3.500h12v9H2zM2 4l6 5 6-5',
  post: 'M3 2h10v12H3zM9.500 4.500h1.500v2H9.500zM5 9h6M5 11.500h4',
};

/** The picture of a channel; its name stands beside it. */
export function channelMark(channel: string): unknown {
  return svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${shapes[channel] ?? ''}></path></svg>`;
}
