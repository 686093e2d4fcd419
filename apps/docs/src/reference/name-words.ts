import type { RedocWords } from '../strings/en-redoc.ts';
import type { Edit } from './edit.ts';

/** Code that looks up a word of the page's language when Redoc draws, see browser/reference/reference.ts. */
export const word = (key: keyof RedocWords): string => `redocSeams.word("${key}")`;

/**
 * Redoc gets most of its texts from a function that a standalone page cannot replace; the others are English in its
 * code. These edits of the standalone script make both use the words of the site.
 */
export const wordEdits: readonly Edit[] = [
  [
    'translate:(e,t)=>(typeof t==`string`?t:t?.defaultValue)||e||``',
    'translate:(e,t)=>redocSeams.translate(e,(typeof t==`string`?t:t?.defaultValue)||e||``)',
  ],
  // Search.
  ['placeholder:`Search docs...`', `placeholder:${word('search.label')}`],
  ['children:`Search endpoints, schemas, and more...`', `children:${word('search.hint')}`],
  ['children:`Searching...`', `children:${word('search.searching')}`],
  ['children:`No results`', `children:${word('search.none')}`],
  ['text:`to navigate`', `text:${word('search.keys.navigate')}`],
  ['text:`to select`', `text:${word('search.keys.select')}`],
  ['text:`to exit`', `text:${word('search.keys.exit')}`],
  ['size:`small`,onClick:e,children:`Cancel`', `size:\`small\`,onClick:e,children:${word('search.cancel')}`],
  ['H1(u.place)', 'H1(redocSeams.place(u.place))'],
  // Menu.
  [
    '"aria-label":e?`Close navigation menu`:`Open navigation menu`',
    `"aria-label":e?${word('menu.close')}:${word('menu.open')}`,
  ],
  [
    '"aria-label":n?`Show sidebar`:`Hide sidebar`',
    `"aria-label":n?${word('sidebar.actions.show')}:${word('sidebar.actions.hide')}`,
  ],
  ['t.push({type:`separator`,label:V_,', `t.push({type:\`separator\`,label:${word('webhooks')},`],
  ['children:`API docs by`', `children:${word('attribution')}`],
  ['alt:`redocly logo`', 'alt:`Redocly`'],
  ['tip:`Switch color mode`', `tip:${word('colourMode')}`],
  // Calls.
  [/`link to \$\{([\w.]+)\}`/g, (name = '') => `${word('linkTo')}.replace("{name}",()=>${name})`],
  ['"aria-label":`Response status`', `"aria-label":${word('responseStatus')}`],
  ['children:` and `', `children:\` \${${word('and')}} \``],
  // Schemas.
  ['(0,V.jsx)(`th`,{children:`Description`})', `(0,V.jsx)(\`th\`,{children:${word('description')}})`],
  [`\${n.length===1?\`Value\`:\`Enum Value\`}`, `\${n.length===1?${word('value')}:${word('enumValue')}}`],
  [`\${t===1?\`Value:\`:\`Enum:\`}`, `\${t===1?${word('value')}:${word('enum')}}:`],
  ['n(Kb(`characters`,', `n(Kb(${word('characters')},`],
  ['n(Kb(`items`,', `n(Kb(${word('items')},`],
  ['return t===1?`non-empty`:', `return t===1?${word('notEmpty')}:`],
  ['s=[n+r];return i&&s.push', `s=[n?${word('arrayOf')}.replace("{type}",()=>r):r];return i&&s.push`],
  [
    'u=[i];return o!==1&&u.push(String(o)),s&&u.push(r?r(`array`,`array`):`array`),u.push(l),u.join(` `)',
    `u=\`nested.\${s?\`array.\`:\`\`}\${c}\`;return redocSeams.word(u).replace("{count}",()=>o)`,
  ],
  // Samples.
  ['label:`Payload`,lang:`payload`', `label:${word('payload')},lang:\`payload\``],
  ['lang:`json`,title:`Payload`', `lang:\`json\`,title:${word('payload')}`],
  ['"aria-label":`Copy`,', `"aria-label":${word('copy')},`],
  ['"aria-label":`Expand all`,', `"aria-label":${word('openapi.expandAll')},`],
  ['"aria-label":`Collapse all`,', `"aria-label":${word('openapi.collapseAll')},`],
  [
    '"aria-label":`collapse`,className:e?`expanded`:``',
    `"aria-label":e?${word('code.collapse')}:${word('code.expand')},className:e?\`expanded\`:\`\``,
  ],
];
