import { expect, test } from 'vitest';
import { createMarkdown } from '../src/markdown.ts';

const markdown = createMarkdown({
  terms: new Set(['deleteFriends']),
  link: (word) => (word === '31704' ? 'errors/#31704' : undefined),
});

test('an error code becomes a link; any other number stays text', () => {
  expect(markdown.inline('31704 and 12345').text).toBe('<a href="errors/#31704">31704</a> and 12345');
});

test('names of the contract are set as code once', () => {
  expect(markdown.inline('deleteFriends with `To_Account` and From_Account').text).toBe(
    '<code>deleteFriends</code> with <code>To_Account</code> and <code>From_Account</code>',
  );
});

test('a code inside a link does not become a link of its own', () => {
  expect(markdown.inline('[about 31704](x)').text).toBe('<a href="x">about 31704</a>');
});

test('HTML in a text is shown, not interpreted', () => {
  expect(markdown.blocks('<img src=x onerror=alert(1)>').text).not.toContain('<img');
  expect(markdown.inline('a <b>c</b>').text).toBe('a &lt;b&gt;c&lt;/b&gt;');
});

test('a path of the site becomes a link from the page; an address and an anchor stay unchanged', () => {
  const guide = createMarkdown({
    terms: new Set(),
    link: () => undefined,
    resolve: (path) => `../../${path}`,
  });
  expect(guide.inline('[a](errors/) [b](https://example.com/) [c](#d)').text).toBe(
    '<a href="../../errors/">a</a> <a href="https://example.com/">b</a> <a href="#d">c</a>',
  );
});

test('a heading has an anchor and a table can be scrolled', () => {
  expect(markdown.blocks('## Which `code` to take').text).toContain('<h2 id="which-code-to-take">');
  expect(markdown.blocks('| a |\n| - |\n| b |').text).toMatch(/^<div class="scroll" tabindex="0"><table>/);
});
