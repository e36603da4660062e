/**
 * The strict reader of what is inside a bundle (clause 2.4): a small decoder of our own, because it is the guard itself
 * and because every face carries it before anything can be shown. It copies what it knows and refuses the rest.
 */

/** Copies a parsed JSON value into a `T`. @throws Misfit */
export type Shape<T> = (value: unknown) => T;
export type Of<S> = S extends Shape<infer T> ? T : never;

/** A value that is not as it must be. `path` leads to it from what was read, innermost last. */
export class Misfit extends Error {
  readonly path: (string | number)[] = [];

  /** `blocks.3.src is not as it must be, received "data:…"` */
  get detail(): string {
    return [...(this.path.length > 0 ? [this.path.join('.')] : []), this.message].join(' ');
  }
}

function refuse(what: string, value: unknown): never {
  throw new Misfit(
    value === undefined ? 'is missing' : typeof value === 'string' ? `${what}, received "${value}"` : what,
  );
}

/** At most `most` UTF-16 units, and as `like` says. */
export const text =
  (most: number, like?: RegExp): Shape<string> =>
  (value) => {
    if (typeof value !== 'string') return refuse('is no text', value);
    if (value.length > most) throw new Misfit(`is longer than ${most}`);
    return like && !like.test(value) ? refuse('is not as it must be', value) : value;
  };

export const whole =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Shape<number> =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : refuse(`is no whole number from ${least} to ${most}`, value);

export const number: Shape<number> = (value) =>
  Number.isFinite(value) ? (value as number) : refuse('is no number', value);

export const flag: Shape<boolean> = (value) =>
  typeof value === 'boolean' ? value : refuse('is neither true nor false', value);

export const one =
  <const T extends readonly (string | number | boolean)[]>(...known: T): Shape<T[number]> =>
  (value) =>
    known.includes(value as T[number])
      ? (value as T[number])
      : refuse(`is none of ${known.join(', ')}`, value);

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

/** May be left out; JSON knows no `undefined`. */
export const maybe =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value) =>
    value === undefined ? value : shape(value);

/** For shapes that hold themselves. */
export const later =
  <T>(shape: () => Shape<T>): Shape<T> =>
  (value) =>
    shape()(value);

export const list =
  <T>(item: Shape<T>, most = 5_000): Shape<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return refuse('is no list', value);
    if (value.length > most) throw new Misfit(`has more than ${most} entries`);
    return value.map((entry, at) => inside(at, item, entry));
  };

type Fields = Record<string, Shape<unknown>>;
type Needed<F extends Fields> = { [K in keyof F]: undefined extends Of<F[K]> ? never : K }[keyof F];
type Read<F extends Fields> = { [K in Needed<F>]: Of<F[K]> } & {
  [K in Exclude<keyof F, Needed<F>>]?: Of<F[K]>;
};

/** These keys and no others. */
export const object =
  <F extends Fields>(fields: F): Shape<Read<F>> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse('is no object', value);
    for (const key of Object.keys(value))
      if (!Object.hasOwn(fields, key)) throw at(key, new Misfit('is not known'));
    const made: Record<string, unknown> = {};
    for (const key of Object.keys(fields)) {
      const given = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
      const read = inside(key, fields[key]!, given);
      if (read !== undefined) made[key] = read;
    }
    return made as Read<F>;
  };

type Kinds = Record<string, Fields>;
type Variant<Tag extends string, K extends Kinds> = {
  [Name in keyof K]: { [T in Tag]: Name } & Read<K[Name]>;
}[keyof K];

/** Objects whose key `tag` says which other keys they have. */
export function variant<Tag extends string, K extends Kinds>(tag: Tag, kinds: K): Shape<Variant<Tag, K>> {
  const shapes = new Map<unknown, Shape<unknown>>(
    Object.entries(kinds).map(([kind, fields]) => [kind, object({ [tag]: one(kind), ...fields })]),
  );
  return (value) => {
    const kind = (value as Record<string, unknown> | null)?.[tag];
    const shape = shapes.get(kind);
    if (!shape) throw at(tag, new Misfit(`is none of ${Object.keys(kinds).join(', ')}`));
    return shape(value) as Variant<Tag, K>;
  };
}

function inside<T>(key: string | number, shape: Shape<T>, value: unknown): T {
  try {
    return shape(value);
  } catch (cause) {
    throw cause instanceof Misfit ? at(key, cause) : cause;
  }
}

function at(key: string | number, misfit: Misfit): Misfit {
  misfit.path.unshift(key);
  return misfit;
}
