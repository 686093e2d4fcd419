import { describe, expect, test } from 'vitest';
import { listOperations } from '../src/calls.ts';
import { escapeText } from '../src/html.ts';
import { readLanguages } from '../src/languages.ts';
import { callPage } from '../src/pages/call.ts';
import { createView, findTerms } from '../src/view.ts';

const languages = await readLanguages();

const pages = languages.flatMap((language) => {
  const { spec } = language;
  const site = { spec, language, languages, assets: new Map(), englishOnly: new Set<string>() };
  return listOperations(spec.document).map((call) => {
    const page = callPage(call, []);
    const view = createView({ ...site, terms: findTerms(spec.document) }, page.path);
    return { tag: language.tag, ...call, view, text: page.render(view).body.text };
  });
});

describe.each(pages)('$tag, the page of $operation.operationId', ({ operation, text, view }) => {
  test('speaks of ResultCode only where responses have it', () => {
    expect(text.includes('ResultCode')).toBe(operation.operationId === 'deleteFriends');
    expect(text.includes(view.strings.levelShort.item)).toBe(operation.operationId === 'deleteFriends');
  });

  test('shows the number of calls as documented and what it is counted for as inferred', () => {
    const { rate, rateScope } = view.strings.operation;
    const { calls, perSeconds } = operation['x-rate-limit'];
    const [before, after] = text.split(rateScope);
    expect(before?.endsWith(`<li>${rate(calls, perSeconds)}. `)).toBe(true);
    expect(after).toMatch(/^ <span class="badge inferred"/);
  });

  test('says every limit in words, and how sure each is', () => {
    expect(text).not.toMatch(/<code>(?:min|max|x-)/);
    expect(text).toContain(`${view.strings.range.number.atLeast(1)} <span class="badge inferred"`);
    const { pattern = '' } = view.site.spec.document.components.schemas.UserId ?? {};
    expect(text).not.toContain(escapeText(pattern));
    expect(text).toContain(`<a href="../../operations/#user-id">${view.strings.field.userId}</a>`);
  });

  test('says at DeleteType what readers overlook', () => {
    const hasSides = operation.operationId !== 'deleteFriendLists';
    expect(text.includes(view.strings.operation.twoWay.guide)).toBe(hasSides);
  });

  test('has the sample address, the debugging tool and the page of the public codes', () => {
    expect(text).toContain(operation['x-sample-url'].replaceAll('&', '&amp;'));
    expect(text).toContain(`href="${operation['x-debugging-tool']}"`);
    expect(text).toMatch(/60000.*79999.*<a href="https:\/\/trtc\.io\/document\/34348">/);
  });
});

test('a level that is inferred says so', () => {
  const page = pages.find(({ operation }) => operation.operationId === 'deleteFriends');
  const row = page?.text
    .split('<tr>')
    .find((one) => /^\s*<th scope="row"><a href="[^"]*errors\/30006\/">/.test(one));
  expect(row).toMatch(/whole request, single account <span class="badge inferred"/);
});
