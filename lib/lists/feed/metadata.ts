/** Metadata of The Update Framework 1.0: schemas, and reading of a file's bytes. https://theupdateframework.github.io/specification/latest/ */
import { canonicalize } from '@tufjs/canonical-json';
import * as v from 'valibot';
import { textOf, utf8, type Bytes } from './bytes';
import { FeedError } from './feed-error';

export const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;
export type Role = (typeof ROLES)[number];

const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${String(digits)}}$`)));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const length = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hashes = v.looseObject({ sha256: hex(64) });
const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

const head = <const Name extends Role>(role: Name) => ({
  _type: v.literal(role),
  spec_version: v.pipe(v.string(), v.regex(/^1\.\d+(?:\.\d+)?$/)),
  version: count,
  expires: date,
  /** Ours, beside the specification: when it was signed, to judge a clock that is wrong. */
  'x-signed-at': v.optional(date),
});

const roleKeys = v.looseObject({
  keyids: v.pipe(v.array(hex(64)), v.minLength(1), v.maxLength(64)),
  threshold: count,
});

/** Keys of other kinds may stand in a root: they are not used. */
const key = v.looseObject({
  keytype: v.string(),
  scheme: v.string(),
  keyval: v.looseObject({ public: v.string() }),
});

const metaFile = v.looseObject({ version: count, length: v.optional(length), hashes: v.optional(hashes) });

const SIGNED = {
  root: v.looseObject({
    ...head('root'),
    // Without it a server could give files of two publications.
    consistent_snapshot: v.literal(true),
    keys: v.record(hex(64), key),
    roles: v.looseObject({ root: roleKeys, timestamp: roleKeys, snapshot: roleKeys, targets: roleKeys }),
  }),
  timestamp: v.looseObject({ ...head('timestamp'), meta: v.looseObject({ 'snapshot.json': metaFile }) }),
  snapshot: v.looseObject({
    ...head('snapshot'),
    meta: v.objectWithRest({ 'targets.json': metaFile }, metaFile),
  }),
  targets: v.looseObject({
    ...head('targets'),
    targets: v.record(
      v.string(),
      v.looseObject({ length, hashes, custom: v.optional(v.record(v.string(), v.unknown())) }),
    ),
  }),
} as const;

const signatures = v.pipe(
  v.array(v.looseObject({ keyid: v.string(), sig: v.string() })),
  v.maxLength(64),
  v.check((all) => new Set(all.map(({ keyid }) => keyid)).size === all.length, 'a signer stands twice'),
);

export type Signed<Name extends Role> = v.InferOutput<(typeof SIGNED)[Name]>;
export type Root = Signed<'root'>;
export type MetaFile = v.InferOutput<typeof metaFile>;
export type TargetFile = Signed<'targets'>['targets'][string];
export type KeyValue = v.InferOutput<typeof key>;

/** A file of metadata, read but not yet trusted. */
export interface Metadata<Name extends Role> {
  readonly signed: Signed<Name>;
  readonly signatures: v.InferOutput<typeof signatures>;
  /** What the signatures are over: the canonical JSON of `signed`. */
  readonly payload: Bytes;
}

/**
 * Reads the bytes of a file of metadata. Throws FeedError ERR_FEED_JSON where they are no JSON in UTF-8, and
 * ERR_FEED_SCHEMA where the JSON is no metadata of this role. Linear in the bytes.
 */
export function readMetadata<Name extends Role>(role: Name, bytes: Bytes): Metadata<Name> {
  let json: unknown;
  let payload: Bytes;
  try {
    json = JSON.parse(textOf(bytes));
  } catch (error) {
    throw new FeedError('ERR_FEED_JSON', role, 'it is no JSON.', error);
  }
  const outer = v.safeParse(v.looseObject({ signed: v.unknown(), signatures }), json, { abortEarly: true });
  if (!outer.success) throw new FeedError('ERR_FEED_SCHEMA', role, outer.issues[0].message);
  const { signed } = outer.output;
  try {
    // Deep nesting and numbers with a fraction have no canonical form.
    payload = utf8(canonicalize(signed));
  } catch (error) {
    throw new FeedError('ERR_FEED_SCHEMA', role, 'it has no canonical form.', error);
  }
  const inner = v.safeParse(SIGNED[role], signed, { abortEarly: true });
  if (!inner.success) {
    const [issue] = inner.issues;
    throw new FeedError('ERR_FEED_SCHEMA', role, `${v.getDotPath(issue) ?? 'signed'}: ${issue.message}`);
  }
  return { signed: inner.output, signatures: outer.output.signatures, payload };
}
