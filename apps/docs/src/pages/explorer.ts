import { addresses } from '../browser/explorer/data.ts';
import { listOperations } from '../calls.ts';
import { demoApp, explorerData } from '../explorer.ts';
import { dataBlock, type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { checkbox, radio, renderBodies, secretInput, shownFor, textInput } from '../parts/forms.ts';
import { callPath, clientInstall } from '../paths.ts';
import type { View } from '../view.ts';
import { userSigPage } from './usersig.ts';

/** The form that sends calls. Its script makes it work; its words are written here. */
export const explorerPage: PageSource = {
  path: 'explorer/',
  englishOnly: true,
  render: (view) => {
    const { explorer } = view.strings;
    return {
      title: explorer.title,
      label: explorer.label,
      description: explorer.description,
      withoutContents: true,
      sheet: 'tools.css',
      script: 'explorer.js',
      body: html`<h1>${explorer.title}</h1>
<p class="lead">${explorer.lead}</p>
${renderNoScript(view)}
<form id="explorer" class="explorer" novalidate hidden>
<div class="columns">
<div>${renderWhere(view)}
${renderWho(view)}</div>
<div>${renderWhat(view)}
<p class="actions"><button type="submit">${explorer.send}</button> <output class="status"></output></p></div>
</div>
${renderResult(view)}
${renderGraph(view)}
${renderCopies(view)}
</form>
<p>${explorer.userSigTool} <a href="${view.to(userSigPage.path)}">${view.strings.userSigTool.title}</a>.</p>
${dataBlock('explorer-data', explorerData(view))}`,
    };
  },
};

function renderNoScript(view: View): Html {
  const calls = listOperations(view.site.spec.document).map(
    (call) => html`<li><a href="${view.to(`${callPath(call)}#samples`)}">${call.operation.summary}</a></li>`,
  );
  return html`<noscript><div class="notice"><p>${view.strings.explorer.noScript}</p><ul>${calls}</ul></div></noscript>`;
}

function renderWhere(view: View): Html {
  const { explorer } = view.strings;
  const regions = view.site.spec.document.servers.map(
    (server) => html`<option value="${server['x-region']}">${server.description}</option>`,
  );
  return html`<fieldset><legend>${explorer.where}</legend>
${radio('target', 'sandbox', html`${explorer.targets.sandbox} <code>${addresses.sandbox}</code>`, true)}
${radio('target', 'mock', html`${explorer.targets.mock} <code>${addresses.mock}</code>`, false)}
${radio('target', 'own', explorer.targets.own, false)}
${shownFor('target', 'own', textInput(explorer.address, 'address', html`type="url" placeholder="${addresses.sandbox}"`))}
${radio('target', 'live', explorer.targets.live, false)}
${shownFor('target', 'live', html`<label>${explorer.region} <select name="region">${regions}</select></label><p class="notice">${explorer.live}</p>`)}
<p class="hint">${view.inline(explorer.loopback)}</p>
</fieldset>`;
}

function renderWho(view: View): Html {
  const { explorer } = view.strings;
  return html`<fieldset><legend>${explorer.who}</legend>
<div class="row"><div>${textInput(explorer.app, 'sdkAppId', html`inputmode="numeric" value="${demoApp.sdkAppId}"`)}</div>
<div>${textInput(explorer.identifier, 'identifier', html`value="${demoApp.identifier}"`)}</div></div>
${radio('sign', 'key', explorer.withKey, true)}
${shownFor('sign', 'key', secretInput(explorer.secretKey, 'secretKey', html`aria-describedby="demo-key key-stays"`))}
${shownFor('key', 'demo', html`<p class="notice" id="demo-key">${explorer.demoKey}</p>`)}
${radio('sign', 'usersig', explorer.withUserSig, false)}
${shownFor('sign', 'usersig', textInput(explorer.userSig, 'userSig'))}
<p class="hint" id="key-stays">${explorer.keyStays}</p>
<p class="actions"><button type="button" name="demo">${explorer.demo}</button> <span class="hint">${explorer.demoNote}</span></p>
</fieldset>`;
}

function renderWhat(view: View): Html {
  const { explorer } = view.strings;
  const operations = listOperations(view.site.spec.document).map(
    ({ operation }) => html`<option value="${operation.operationId}">${operation.summary}</option>`,
  );
  return html`<fieldset><legend>${explorer.what}</legend>
<label>${explorer.operation} <select name="operation">${operations}</select></label>
<div class="views" role="radiogroup" aria-labelledby="view-title"><span id="view-title">${explorer.view}</span>
${radio('view', 'form', explorer.views.form, true)}
${radio('view', 'json', explorer.views.json, false)}</div>
<output class="view-status"></output>
<div class="bodies">${renderBodies(view)}</div>
<div class="json" hidden><div class="editor"></div>
<ul class="editor-problems problem" aria-live="polite"></ul>
<p class="hint">${explorer.keys}</p></div>
${checkbox('unchecked', explorer.unchecked)}
<p class="hint">${explorer.uncheckedNote}</p>
</fieldset>`;
}

function renderResult(view: View): Html {
  const { explorer } = view.strings;
  const block = (title: string, part: string) =>
    html`<figure><figcaption>${title}</figcaption><pre tabindex="0"><code data-part="${part}"></code></pre></figure>`;
  return html`<section id="result" hidden aria-labelledby="result-title">
<h2 id="result-title">${explorer.result}</h2>
<div data-part="verdict"></div>
<div class="pair">${block(explorer.request, 'request')}${block(explorer.response, 'response')}</div>
${block(explorer.outcome, 'outcome')}
</section>`;
}

function renderGraph(view: View): Html {
  const { explorer } = view.strings;
  return html`<section id="graph" hidden aria-labelledby="graph-title">
<h2 id="graph-title">${explorer.graph}</h2>
<p>${explorer.graphLead}</p>
<p class="actions"><button type="button" name="graph">${explorer.readGraph}</button> <button type="button" name="reset">${explorer.reset}</button> <output class="graph-status"></output></p>
<ul class="changes"></ul>
<div class="graphs"></div>
</section>`;
}

function renderCopies(view: View): Html {
  const { explorer, operation } = view.strings;
  const { samples } = operation;
  const copy = (kind: string, title: string) =>
    html`<figure><figcaption>${title}</figcaption><pre tabindex="0"><code data-copy="${kind}"></code></pre></figure>`;
  return html`<section aria-labelledby="copy-title">
<h2 id="copy-title">${explorer.copyTitle}</h2>
${shownFor('copies', 'demo', html`<p>${explorer.demoCopies}</p>`)}
${shownFor('copies', 'own', html`${checkbox('reveal', explorer.reveal)}<p class="hint">${explorer.revealNote}</p>`)}
<output class="copy-status"></output>
${copy('curl', 'curl')}
<p>${samples.client} <a href="${view.to(clientInstall)}">${samples.install}</a>.</p>
${copy('typescript', 'TypeScript')}
</section>`;
}
