import type { Strings } from '../strings/en.ts';

type Words = Strings['workflows'];

/** A condition of Arazzo as Markdown for people. What has another form is shown as it is written. */
export function sayCondition(condition: string, words: Words): string {
  const [, left = '', operator = '', right = ''] =
    /^(\S+) (==|!=|<=|>=|<|>) (\S+|".*")$/.exec(condition) ?? [];
  const relation = words.relations[operator as keyof Words['relations']];
  if (relation === undefined) return `\`${condition}\``;
  return `${sayExpression(left, words)} ${relation} ${sayExpression(right, words)}`;
}

/** A runtime expression or a literal as Markdown. */
export function sayExpression(expression: string, words: Words): string {
  if (expression === '$statusCode') return words.httpStatus;
  const [, pointer] = /^\$response\.body#\/(.+)$/.exec(expression) ?? [];
  if (pointer !== undefined) return `\`${pointer.replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}\``;
  const [, input] = /^\$inputs\.(\w+)$/.exec(expression) ?? [];
  if (input !== undefined) return words.input(`\`${input}\``);
  const [, step, output] = /^\$steps\.(\w+)\.outputs\.(\w+)$/.exec(expression) ?? [];
  if (step !== undefined && output !== undefined) return words.outputOf(`\`${output}\``, `\`${step}\``);
  // Numbers stay bare, so that an error code becomes a link to its meaning.
  return /^\d+$/.test(expression) ? expression : `\`${expression.replace(/^"(.*)"$/, '$1')}\``;
}
