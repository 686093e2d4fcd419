import { expect, test } from 'vitest';
import { Html, html } from '../src/html.ts';

test('a value in a template cannot become markup or leave its attribute', () => {
  const nasty = `"><script>alert('1')</script>&`;
  expect(html`<a title="${nasty}">${nasty}</a>`.text).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">' +
      '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
  );
});

test('markup inside markup stays unchanged', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${new Html('<hr>')}`.text).toBe('<ul><li>a</li><li>b</li></ul><hr>');
});

test('an absent value prints nothing, and zero prints 0', () => {
  expect(html`${false}${null}${undefined}${0}`.text).toBe('0');
});
