import { escapeText } from '../html.ts';
import type { RedocWords } from '../strings/en-redoc.ts';
import type { Edit } from './edit.ts';
import { word } from './name-words.ts';

const asButton = (label: string) =>
  `role:\`button\`,tabIndex:0,onKeyDown:redocSeams.press,"aria-label":${label}`;
const asDialog = (label: string) => `role:\`dialog\`,"aria-modal":!0,"aria-label":${label}`;

/** Repairs in the standalone script of what a screen reader or a keyboard lacks in Redoc's own elements. */
export const scriptRepairs: readonly Edit[] = [
  // The menu becomes a landmark, so that the whole page is in landmarks.
  [
    '(Rke,{className:e,$collapsedSidebar:n,',
    `(Rke,{role:\`navigation\`,"aria-label":${word('menu.label')},className:e,$collapsedSidebar:n,`,
  ],
  // The search and the columns react to a pointer only. A narrow sidebar has a real button inside the first.
  [
    '"data-testid":`search-trigger`,children',
    '"data-testid":`search-trigger`,...i===`button`?{}:{role:`button`,tabIndex:0,onKeyDown:redocSeams.press},children',
  ],
  ['"aria-label":`Search trigger button`', `"aria-label":${word('search.label')}`],
  ['(bke,{onClick:t,', `(bke,{${asButton(word('columns'))},onClick:t,`],
  // Redoc names it after the current mode, in English.
  [
    '"aria-label":t,size:`small`,variant:`outlined`,icon:(0,V.jsx)(hke',
    `"aria-label":${word('colourMode')},size:\`small\`,variant:\`outlined\`,icon:(0,V.jsx)(hke`,
  ],
  // Each call has its own address and is drawn without the title of the first page. Its headings skipped a level.
  [
    'L.h2.attrs(({className:e})=>({"data-component-name":`Typography/H2`',
    'L.h1.attrs(({className:e})=>({"data-component-name":`Typography/H2`',
  ],
  [
    'L.h4.attrs(({className:e})=>({"data-component-name":`Typography/H4`',
    'L.h2.attrs(({className:e})=>({"data-component-name":`Typography/H4`',
  ],
  ['zxe=L.h5`', 'zxe=L.h3`'],
  ['nwe=L.h5`', 'nwe=L.h3`'],
  // The label hides the name of the example that is chosen.
  ['"aria-label":`Example`,options:', 'options:'],
  // Its only content is − or +.
  [
    '(Sae,{type:`button`,onClick:()=>{let t=!y;',
    `(Sae,{type:\`button\`,"aria-expanded":y,"aria-label":y?${word('actions.hide')}:void 0,onClick:()=>{let t=!y;`,
  ],
  // A dialog without the role of one, whose button has no name, and with a second header of the page.
  [
    '(0,V.jsxs)(lEe,{children:[(0,V.jsx)(uEe',
    `(0,V.jsxs)(lEe,{${asDialog(word('search.label'))},ref:redocSeams.modal,children:[(0,V.jsx)(uEe`,
  ],
  ['uEe=L.header`', 'uEe=L.div`'],
  [
    'icon:(0,V.jsx)(ETe,{}),tabIndex:-1',
    `icon:(0,V.jsx)(ETe,{}),"aria-label":${word('search.clear')},tabIndex:-1`,
  ],
];

/** The same repairs and the words in the markup of the first page, which the script hydrates unchanged. */
export function markupEdits(words: RedocWords): Edit[] {
  const label = (key: keyof RedocWords) => `aria-label="${escapeText(words[key])}"`;
  const text = (english: string, key: keyof RedocWords): Edit => [
    `>${english}<`,
    `>${escapeText(words[key])}<`,
  ];
  return [
    [
      /(<div class="[^"]*\bmenu-content")/,
      (start = '') => `${start} role="navigation" ${label('menu.label')}`,
    ],
    ['data-testid="search-trigger"', 'data-testid="search-trigger" role="button" tabindex="0"'],
    [
      /(data-component-name="Sidebar\/SidebarActions".*?<span class="[^"]*"><span)/s,
      (start = '') => `${start} role="button" tabindex="0" ${label('columns')}`,
    ],
    [/aria-label="(?:light|dark)"/, label('colourMode')],
    ['aria-label="Hide sidebar"', label('sidebar.actions.hide')],
    ['aria-label="Open navigation menu"', label('menu.open')],
    [/aria-label="Copy"/g, label('copy')],
    text('Loading...', 'loading'),
    text('API docs by', 'attribution'),
    text('Overview', 'info.title'),
    text('License', 'info.license'),
    text('Servers', 'servers.title'),
  ];
}
