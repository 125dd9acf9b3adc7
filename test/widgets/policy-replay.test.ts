import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Policy } from '../../functions/contract/policy.ts';
import { parsePolicy } from '../../functions/contract/parse-policy.ts';
import { presets } from '../../functions/domain/tiers/presets.ts';
import { fieldsOf, ranks, withValue } from '../../widgets/policy-replay/fields.ts';
import { flowPicture } from '../../widgets/policy-replay/outcome/flow.chart.ts';
import { launchBrowser } from '../support/browser.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { openWidgetPage, type WidgetPage } from '../support/widget-page.ts';

const cards: Policy = presets.cards;

describe('the numbers of a policy', () => {
  it.each(Object.entries(presets))('of %s each have the path by which the server refuses them', (_, preset) => {
    const policy: Policy = preset;
    for (const [tier] of policy.ladder.entries()) {
      for (const { path, value } of fieldsOf(policy, tier, 'entry')) {
        expect(parsePolicy(withValue(policy, path, value)).ok).toBe(true);
        expect(parsePolicy(withValue(policy, path, -1))).toMatchObject({ ok: false, problems: [{ path }] });
      }
    }
  });

  it('leave the policy they came from alone', () => {
    expect(withValue(cards, 'ladder.1.entry.atLeast', 1).ladder[1]!.entry).toMatchObject({ atLeast: 1 });
    expect(cards.ladder[1]!.entry).toMatchObject({ atLeast: 500_000 });
  });

  it('to stay are those to enter until one of them is changed', () => {
    const [, gold, diamond] = cards.ladder;
    const policy = { ...cards, ladder: [{ ...gold!, keep: undefined }, diamond!] };
    expect(fieldsOf(policy, 0, 'keep')[0]!.value).toBe(500_000);
    const changed = withValue(policy, 'ladder.0.keep.atLeast', 400_000);
    expect(changed.ladder[0]).toMatchObject({ entry: { atLeast: 500_000 }, keep: { atLeast: 400_000 } });
  });

  it('rank customers in the pyramid and not in the cards', () => {
    expect([ranks(presets.pyramid), ranks(cards)]).toEqual([true, false]);
  });
});

describe('the flow', () => {
  const moves = [{ from: 0, to: 0, customers: 20 }, { from: 1, to: 0, customers: 5 }, { from: 1, to: 1, customers: 75 }];

  it('gives every tier a height in proportion to its customers, before and after', () => {
    const { nodes: [now, draft] } = flowPicture(moves, 2, 640);
    expect(now[1]!.height / now[0]!.height).toBeCloseTo(80 / 20);
    expect(draft[1]!.height / draft[0]!.height).toBeCloseTo(75 / 25);
  });

  it('starts and ends each band inside the tiers it joins', () => {
    const { nodes: [now, draft], bands, left, right } = flowPicture(moves, 2, 640);
    const risers = bands.find(({ from, to }) => from === 1 && to === 0)!;
    const [x0, y0, , , , , x1, y1] = risers.path.match(/-?[\d.]+/g)!.map(Number);
    expect([x0! - 10, x1]).toEqual([left, right]);
    expect(y0).toBeGreaterThanOrEqual(now[1]!.y - 0.1);
    expect(y1).toBeLessThanOrEqual(draft[0]!.y + draft[0]!.height);
  });
});

describe('vip-policy-replay', () => {
  let browser: Browser;
  let server: FixtureServer;
  let opened: WidgetPage;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4885)]);
  }, 60_000);
  beforeEach(async () => {
    opened = await openWidgetPage(browser, server);
    return () => opened.page.context().close();
  });
  afterAll(() => Promise.all([browser.close(), server.end()]));

  it('tries out a changed number by keyboard alone, and says who would move and what it would cost', async () => {
    await opened.show({ tag: 'vip-policy-replay' });
    const sent = opened.page.waitForRequest((request) => request.method() === 'POST');
    await opened.page.keyboard.press('Tab');
    await opened.page.keyboard.press('Control+A');
    await opened.page.keyboard.type('25000');
    await opened.page.keyboard.press('Enter');
    const { policy } = (await sent).postDataJSON() as { policy: Policy };
    expect(policy.ladder[2]!.entry).toMatchObject({ criterion: 'net-spend', atLeast: 2_500_000 });
    await opened.page.getByRole('status').filter({ hasText: '92 of 3,210 customers would change tier: 31 rise, 61 fall.' }).waitFor();
    const text = await opened.page.evaluate(() => document.querySelector('vip-policy-replay')!.shadowRoot!.querySelector<HTMLElement>('[part=base]')!.innerText);
    expect(text).toMatch(/now 20,000[\s\S]*¥412K → ¥389K[\s\S]*Lifetime value that falls\s*¥144K[\s\S]*310 → 268[\s\S]*Held by keep rules\s*47 \| ¥9,100 a year/);
    expect(await opened.faults()).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('shows a refusal next to the field it is about and puts the cursor there', async () => {
    await opened.show({ tag: 'vip-policy-replay' });
    const field = opened.page.getByLabel('Net spend | 12 months').first();
    await field.fill('-5');
    await opened.page.getByRole('button', { name: 'Try it out' }).click();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field.evaluate((input) => input.matches(':focus'))).toBe(true);
    await opened.page.getByText('must be at least 0').waitFor();
    expect(await opened.faults()).toEqual([]);
  });

  it.each([['zh-CN', '净消费 | 12 个月', '试算', '不得小于 0'], ['zh-TW', '淨消費 | 12 個月', '試算', '不得小於 0']] as const)('says a refusal in %s', async (lang, label, run, refusal) => {
    await opened.show({ tag: 'vip-policy-replay', lang });
    await opened.page.getByLabel(label).first().fill('-5');
    await opened.page.getByRole('button', { name: run }).click();
    const said = opened.page.getByText(refusal);
    await said.waitFor();
    expect(await said.getAttribute('lang')).toBe(lang);
  });

  it('changes what counts and how customers fall as well', async () => {
    await opened.show({ tag: 'vip-policy-replay' });
    const sent = opened.page.waitForRequest((request) => request.method() === 'POST');
    await opened.page.getByLabel('Purchases of').selectOption('calendar-year');
    await opened.page.getByLabel('Looked at').selectOption('anniversary');
    await opened.page.getByLabel('Days of grace before a fall').fill('10');
    await opened.page.getByLabel('Most steps down at once').fill('');
    await opened.page.getByRole('button', { name: 'Try it out' }).click();
    const { policy } = (await sent).postDataJSON() as { policy: Policy };
    expect(policy.downgrade).toEqual({ review: 'anniversary', graceDays: 10, stepsPerReview: null });
    expect([policy.ladder[2]!.entry, policy.ladder[2]!.keep]).toMatchObject([{ window: { kind: 'calendar-year' } }, { window: { kind: 'calendar-year' } }]);
    expect(await opened.faults()).toEqual([]);
  });

  it('takes a whole document, which becomes the draft once the server has taken it', async () => {
    await opened.show({ tag: 'vip-policy-replay' });
    await opened.page.getByText('The whole policy as a document').click();
    const area = opened.page.getByRole('textbox', { name: 'The whole policy as a document' });
    const run = opened.page.getByRole('button', { name: 'Try this document out' });
    await area.fill('{"ladder":');
    await run.click();
    await opened.page.getByText('policy.json is no valid JSON').waitFor();
    await area.fill(JSON.stringify({ ...cards, downgrade: { ...cards.downgrade, graceDays: -1, review: 'weekly' }, colour: 'blue' }));
    await run.click();
    await opened.page.getByText('must be one of: nightly, monthly, yearly, anniversary').waitFor();
    await opened.page.getByText('colour is not a field that is known').waitFor();
    expect(await opened.page.getByLabel('Days of grace before a fall').getAttribute('aria-invalid')).toBe('true');
    await area.fill(JSON.stringify({ ...cards, downgrade: { ...cards.downgrade, graceDays: 45 } }));
    await run.click();
    await opened.page.getByRole('status').filter({ hasText: 'would change tier' }).waitFor();
    expect(await opened.page.getByLabel('Days of grace before a fall').inputValue()).toBe('45');
    expect(opened.complaints).toEqual([]);
    expect(await opened.faults()).toEqual([]);
  });

  it('returns to the policy in force', async () => {
    await opened.show({ tag: 'vip-policy-replay', lang: 'zh-CN' });
    const field = opened.page.locator('input').first();
    await field.fill('1');
    await field.blur();
    await opened.page.getByRole('button', { name: '恢复现行政策' }).click();
    expect(await field.inputValue()).toBe('20000');
  });

  it('tells the page which of those who move was chosen', async () => {
    await opened.show({ tag: 'vip-policy-replay' });
    const chosen = await opened.hears('vip-select');
    await opened.page.getByRole('button', { name: 'Try it out' }).click();
    await opened.page.getByText('Who moves (2)').click();
    await opened.page.getByRole('button', { name: 'C42' }).click();
    expect(await chosen()).toEqual({ customerId: 'C42', name: null });
  });
});
