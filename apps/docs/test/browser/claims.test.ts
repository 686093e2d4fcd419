import claimsJson from '@chat-sns/spec/claims.json' with { type: 'json' };
import sourcesJson from '@chat-sns/spec/sources.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { readText } from './support/contract.ts';
import { docs } from './support/pages.ts';

const { claims } = claimsJson;

const page = (path: string) => readText(`apps/docs/dist/${path}index.html`);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
const idsIn = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(`${attribute}="([^"]+)"`, 'g'))].map(([, id = '']) => id);

describe.each(['', 'ko/'])('the page of claims in /%s', (language) => {
  const html = page(`${language}claims/`);
  const rows = new Map(
    [...html.matchAll(/<tr class="claim" id="([^"]+)"[\s\S]*?<\/tr>/g)].map(([row, id = '']) => [id, row]),
  );

  test('lists every claim of the contract once, and no other', () => {
    expect([...rows.keys()]).toEqual(claims.map(({ id }) => id));
  });

  test('shows the value, the status and the sources of each', () => {
    for (const { id, value, status, records, discoveries } of claims) {
      const row = rows.get(id) ?? '';
      expect(row, id).toContain(`<code>${value === '' ? '&quot;&quot;' : escaped(String(value))}</code>`);
      expect(row, id).toContain(`class="badge ${status}"`);
      expect(
        idsIn(row, 'href').flatMap((href) => href.split('sources/#')[1] ?? []),
        id,
      ).toEqual([...records, ...discoveries]);
    }
  });

  test('counts them by status', () => {
    for (const status of ['documented', 'observed', 'historical', 'inferred', 'unknown']) {
      const count = claims.filter((claim) => claim.status === status).length;
      expect(html).toMatch(
        new RegExp(`class="badge ${status}"[^>]*>[^<]+</span></dt><dd><strong>${count}</strong>`),
      );
    }
  });

  test('is linked from every record and discovery that states a claim', () => {
    const fields = page(`${language}sources/`).split('<div class="field"').slice(1);
    const links = new Map(
      fields.map((field) => [
        idsIn(field, 'id')[0],
        idsIn(field, 'href').flatMap((href) => href.split('claims/#')[1] ?? []),
      ]),
    );
    for (const { id } of [...sourcesJson.records, ...sourcesJson.discoveries]) {
      const stated = claims.filter((claim) => [...claim.records, ...claim.discoveries].includes(id));
      expect(links.get(id), id).toEqual(stated.map((claim) => claim.id));
    }
  });
});

test('the claims are filtered by text and by status, and a link leads to its claim', async () => {
  await using opened = await docs.open('claims/?q=to_account');
  const { page, complaints } = opened;
  const limit = page.locator('[id="DeleteFriendsRequest.To_Account.maxItems"]');
  const host = page.locator('[id="servers.seoul.url"]');
  await limit.waitFor();
  expect(await host.isVisible()).toBe(false);
  await page.getByLabel('Status').selectOption('inferred');
  await expect.poll(() => limit.isVisible()).toBe(false);
  expect(await page.locator('[id="DeleteFriendsRequest.To_Account.minItems"]').isVisible()).toBe(true);
  await page.evaluate(() => {
    location.hash = 'servers.seoul.url';
  });
  await expect.poll(() => host.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test('without JavaScript all claims are shown and fit the screen of a phone', async () => {
  await using opened = await docs.open('claims/', {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  const { page } = opened;
  expect(await page.locator('tr.claim:visible').count()).toBe(claims.length);
  expect(await page.getByRole('search').count()).toBe(0);
  const last = await page.locator('tr.claim').last().boundingBox();
  expect((last?.x ?? 0) + (last?.width ?? Infinity)).toBeLessThanOrEqual(360);
});

test('two editions are compared by what differs, and by everything on request', async () => {
  await using opened = await docs.open('disagreements/');
  const { page, complaints } = opened;
  const editions = page.locator('#editions-deleteFriends');
  // The older edition comes first, whatever was chosen first.
  await editions.getByLabel('Compare').selectOption('English, 2023');
  await editions.getByLabel('with').selectOption('Chinese, 2017');
  const shown = () => editions.getByRole('row').allInnerTexts();
  const differences = [
    ['Fact', 'Chinese, 2017', 'English, 2023'],
    ['Calls per second', '100', '200'],
    ['Host adminapisgp.im.qcloud.com (Singapore)', 'not stated', 'stated'],
    ['Host adminapikr.im.qcloud.com (Seoul)', 'not stated', 'stated'],
    ['Host adminapiger.im.qcloud.com (Frankfurt)', 'not stated', 'stated'],
    ['Host adminapiind.im.qcloud.com (Mumbai)', 'not stated', 'stated'],
    ['Host adminapiusa.im.qcloud.com (Silicon Valley)', 'not stated', 'stated'],
    ...['sdkappid', 'identifier', 'usersig', 'random', 'contenttype'].map((name) => [
      `Query ${name}`,
      'not stated',
      'stated',
    ]),
    ['Response Fail_Account', 'stated', 'not stated'],
    ['Response Invalid_Account', 'stated', 'not stated'],
    ...['30006', '30007', '30008'].map((code) => [`Code ${code}`, 'not stated', 'stated']),
    ...['31701', '31702', '31703', '31705', '31706'].map((code) => [`Code ${code}`, 'stated', 'not stated']),
  ];
  expect((await shown()).map((row) => row.split('\t'))).toEqual(differences);
  expect(await editions.locator('output').textContent()).toBe(`${differences.length - 1} differences.`);
  await editions.getByLabel('show all facts').check();
  expect(await shown()).toContain('Code 31704\tstated\tstated');
  expect(complaints).toEqual([]);
});

test('the comparison opens on two editions that differ, and says how much was read before what differs', async () => {
  await using opened = await docs.open('disagreements/');
  const { page } = opened;
  const results = page.locator('.editions output');
  expect(await results.count()).toBe(3);
  for (const result of await results.allTextContents())
    expect(result).toMatch(/(^|\. )[1-9]\d* differences?\.$/);
  const compare = async (operation: string, one: string, other: string) => {
    const editions = page.locator(`#editions-${operation}`);
    await editions.getByLabel('Compare').selectOption(one);
    await editions.getByLabel('with').selectOption(other);
    return {
      result: await editions.locator('output').textContent(),
      heads: (await editions.getByRole('rowheader').allInnerTexts()).map((text) => text.trim()),
      hasTable: await editions.locator('table').isVisible(),
    };
  };
  const [mumbai, jakarta, tokyo] = [
    'Host adminapiind.im.qcloud.com (Mumbai)',
    'Host adminapiidn.im.qcloud.com (Jakarta)',
    'Host adminapijpn.im.qcloud.com (Tokyo)',
  ];
  expect(await compare('deleteFriends', 'English, 2023', 'Korean, undated')).toEqual({
    result: '2 differences.',
    heads: [mumbai, jakarta],
    hasTable: true,
  });
  expect(await compare('deleteFriends', 'English, 2023', 'Chinese, 2025')).toEqual({
    result: expect.stringMatching(
      /^Only part of Chinese, 2025 was read: \d+ of \d+ facts can be compared\. 3 differences\.$/,
    ),
    heads: [mumbai, tokyo, jakarta],
    hasTable: true,
  });
  expect(await compare('deleteAllFriends', 'English, 2025', 'Chinese, 2025')).toEqual({
    result: 'Nothing differs.',
    heads: [],
    hasTable: false,
  });
  // Of this edition no fact of the table was read.
  expect(await compare('deleteAllFriends', 'Chinese, 2024', 'English, 2025')).toEqual({
    result: expect.stringMatching(/^Only part of Chinese, 2024 was read: 0 of \d+ facts can be compared\.$/),
    heads: [],
    hasTable: false,
  });
});
