import type { ValidationError } from 'virtual:validators';

/** A violation in words that name its place, the wrong value and, where only a few are valid, those. */
export function describeViolation(violation: ValidationError): string {
  const { keyword, instancePath: path, message, params, parentSchema, data } = violation;
  switch (keyword) {
    case 'additionalProperties': {
      const valid = Object.keys(parentSchema.properties ?? {});
      return `${path} has no property ${show(params.additionalProperty)}. Valid: ${valid.join(', ')}`;
    }
    case 'enum':
      return `${path} ${mustBe(params.allowedValues as string[], data)}`;
    case 'discriminator': {
      const tag = String(params.tag);
      const valid = (parentSchema.oneOf ?? []).flatMap(({ $ref }) => {
        const kind = parentSchema.$defs?.[$ref.replace('#/$defs/', '')];
        return kind?.properties[tag]?.enum ?? [];
      });
      return `${path}/${tag} ${mustBe(valid, params.tagValue)}`;
    }
  }
  if (typeof data === 'object' && keyword !== 'type') return `${path} ${message}`;
  return `${path} ${message}${message.includes('NOT') ? ':' : ', not'} ${show(data)}`;
}

const mustBe = (valid: readonly string[], value: unknown) =>
  `must be one of ${valid.join(', ')}, not ${show(value)}`;

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? 'an array' : 'an object';
}
