import { entryOf, type Title } from '../../src/codes.ts';

export const codeOf = (title: Title) => entryOf(title).code;
