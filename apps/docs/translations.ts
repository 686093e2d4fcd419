import { parseArgs } from 'node:util';
import { readLanguages } from './src/languages.ts';
import { listEnglishOnly, mapSite, readMapInputs } from './src/site-map.ts';
import {
  describeFaults,
  findFaults,
  listTexts,
  readLock,
  updateLock,
  writeLock,
} from './src/translations/check-translations.ts';

const { values } = parseArgs({ options: { keep: { type: 'string', multiple: true, default: [] } } });
const [english, ...others] = await readLanguages();
const englishOnly = listEnglishOnly(mapSite(english.spec, await readMapInputs()));
const texts = listTexts(english, englishOnly);
for (const language of others) {
  const translation = listTexts(language, englishOnly);
  const lock = updateLock(texts, translation, await readLock(language.tag), values.keep);
  await writeLock(language.tag, lock);
  const faults = findFaults(texts, translation, lock);
  if (faults.length === 0) console.log(`${language.tag}: ${texts.size} strings, all translated`);
  else {
    console.error(describeFaults(language.tag, faults));
    process.exitCode = 1;
  }
}
