import { find, readData, storage } from '../dom.ts';
import type { Target, TargetName } from './target.ts';

const targets = readData<Record<TargetName, Target>>('targets');
const panel = find('#samples');

/** Puts the address and the credentials of a target into every sample. */
function fillIn(name: TargetName): void {
  for (const value of panel.querySelectorAll<HTMLElement>('[data-value]')) {
    value.textContent = targets[name][value.dataset.value as keyof Target];
  }
  for (const note of panel.querySelectorAll<HTMLElement>('[data-target]')) {
    note.hidden = note.dataset.target !== name;
  }
}

/** The next page begins with what a reader chose on this one. */
function remember(group: 'sample' | 'target', apply: (value: string) => void = () => {}): void {
  const key = `chat-sns.${group}`;
  const kept = storage.get(key);
  for (const choice of panel.querySelectorAll<HTMLInputElement>(`[name="${group}"]`)) {
    if (choice.value === kept) choice.checked = true;
    choice.addEventListener('change', () => {
      storage.set(key, choice.value);
      apply(choice.value);
    });
  }
  // A browser may have kept the choice of the form itself.
  apply(find<HTMLInputElement>(`[name="${group}"]:checked`, panel).value);
}

remember('sample');
remember('target', (value) => fillIn(value as TargetName));
find('.targets', panel).hidden = false;
