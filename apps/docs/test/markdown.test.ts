import { expect, test } from 'vitest';
import { createMarkdown } from '../src/markdown.ts';

const markdown = createMarkdown({
  terms: new Set(['deleteFriends']),
  link: (word) => (word === '31704' ? 'errors/#31704' : undefined),
});

test('an error code becomes a link, any other number stays text', () => {
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

test('HTML in a text is shown and not run', () => {
  expect(markdown.blocks('<img src=x onerror=alert(1)>').text).not.toContain('<img');
  expect(markdown.inline('a <b>c</b>').text).toBe('a &lt;b&gt;c&lt;/b&gt;');
});
