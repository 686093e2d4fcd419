import { codeTable } from '../explorer.ts';
import { dataBlock, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { secretInput, textInput } from '../parts/forms.ts';

/** Makes and inspects signatures in the browser. */
export const userSigPage: PageSource = {
  path: 'explorer/usersig/',
  englishOnly: true,
  render: (view) => {
    const { userSigTool: words, explorer } = view.strings;
    const app = html`<div class="row">${textInput(explorer.app, 'sdkAppId', html`inputmode="numeric"`)}
${textInput(words.account, 'identifier')}</div>
${secretInput(explorer.secretKey, 'secretKey')}`;
    return {
      title: words.title,
      description: words.description,
      sheet: 'tools.css',
      script: 'usersig.js',
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<noscript><p class="notice">${words.noScript} <a href="${view.to('guides/sign-in/')}">UserSig</a></p></noscript>
<div class="columns" id="usersig" hidden>
<form id="make" class="explorer" novalidate><fieldset><legend>${words.make}</legend>
${app}
${textInput(words.validity, 'expiresIn', html`inputmode="numeric" value="86400"`)}
<p class="actions"><button type="submit">${words.makeButton}</button> <output class="status"></output></p>
<figure hidden><figcaption>${explorer.userSig}</figcaption><pre tabindex="0"><code class="made"></code></pre></figure>
</fieldset></form>
<form id="inspect" class="explorer" novalidate><fieldset><legend>${words.inspect}</legend>
<label>${words.paste} <textarea name="userSig" rows="4" spellcheck="false" autocapitalize="off"></textarea></label>
<h2 class="small">${words.checkAgainst}</h2>
${app}
<p class="hint">${words.checkAgainstNote}</p>
<p class="actions"><button type="submit">${words.inspectButton}</button></p>
<div class="verdict" role="status"></div>
</fieldset></form>
</div>
${dataBlock('usersig-data', { codes: codeTable(view), words: words.script })}`,
    };
  },
};
