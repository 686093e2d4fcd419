import { Html } from './html.ts';

/** A heading of a page that a link can lead to. */
export interface Heading {
  level: 2 | 3;
  id: string;
  text: Html;
}

/** Marks and counts beside the words of a heading. */
const asides = /<(\w+) class="(?:name|count|badge)[^"]*"[^>]*>.*?<\/\1>/gs;

/** The headings of the second and third level that have an anchor, or that begin a section which has one. */
export function listHeadings({ text: body }: Html): Heading[] {
  const pattern =
    /(?:<section(?:\s[^>]*?)?\sid="([^"]+)"[^>]*>\s*)?<h([23])(?:\s[^>]*?\bid="([^"]+)"[^>]*|[^>]*)>(.*?)<\/h\2>/gs;
  return [...body.matchAll(pattern)].flatMap(([, section, level, own, content = '']) => {
    const id = own ?? section;
    const words = content
      .replace(asides, '')
      .replace(/<[^>]+>/g, '')
      .trim();
    return id === undefined ? [] : [{ level: level === '2' ? 2 : 3, id, text: new Html(words) }];
  });
}
