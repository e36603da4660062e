import * as v from 'valibot';

const word = v.pipe(v.string(), v.trim(), v.minLength(1));
/** A name of an environment variable: secrets do not stand in files. */
const env = v.pipe(v.string(), v.regex(/^[A-Z_][A-Z0-9_]*$/, 'the name of an environment variable'));
const email = v.pipe(v.string(), v.trim(), v.rfcEmail('an e-mail address'));
const address = v.pipe(
  v.string(),
  v.regex(/^[^<>\r\n]*<[^<>\s]+>$|^[^<>\s]+$/, 'an e-mail address, or a name and <address>'),
  v.transform((text) => {
    const [, name = '', inner] = /^(.*?)\s*<(.+)>$/.exec(text) ?? [];
    return { name: name.replace(/^"(.*)"$/, '$1'), address: inner ?? text };
  }),
  v.object({ name: v.string(), address: email }),
);
const web = v.pipe(
  v.string(),
  v.check(
    (text) => /^https?:\/\/[^/?#@\s]+(\/[^?#\s]*)?$/.test(text) && URL.canParse(text),
    'an http(s) address',
  ),
);
/** Where the letters of a help desk are answered to. */
const mailbox = v.optional(email);
const name = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'a short name of a-z, 0-9 and hyphens'),
  v.check((text) => text !== 'mail', '"mail" means the desk\'s own letters: choose another name'),
);
const publicly = v.optional(v.picklist(['note', 'public', 'none']), 'note');

const smtp = v.strictObject({
  type: v.literal('smtp'),
  name,
  to: email,
  replies: v.optional(v.picklist(['copy', 'none']), 'copy'),
});
const zendesk = v.strictObject({
  type: v.literal('zendesk'),
  name,
  url: web,
  user: v.optional(email),
  tokenEnv: env,
  replies: publicly,
  mailbox,
  tags: v.optional(v.array(word), []),
  fields: v.optional(
    v.strictObject({
      company: v.optional(v.number()),
      phone: v.optional(v.number()),
      number: v.optional(v.number()),
    }),
    {},
  ),
});
const zammad = v.strictObject({
  type: v.literal('zammad'),
  name,
  url: web,
  tokenEnv: env,
  group: word,
  replies: publicly,
  mailbox,
  field: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, 'the name of a ticket attribute'))),
  hook: v.optional(word, 'Ticket#'),
});
const rt = v.strictObject({
  type: v.literal('rt'),
  name,
  url: web,
  queue: word,
  user: v.optional(word),
  passwordEnv: v.optional(env),
  tokenEnv: v.optional(env),
  rtname: v.optional(word),
  replies: publicly,
  mailbox,
  fields: v.optional(
    v.strictObject({ company: v.optional(word), phone: v.optional(word), number: v.optional(word) }),
    {},
  ),
});
const webhook = v.strictObject({
  type: v.literal('webhook'),
  name,
  url: web,
  secretEnv: env,
  allowPrivate: v.optional(v.boolean(), false),
  files: v.optional(v.picklist(['none', 'link']), 'none'),
  replies: v.optional(v.picklist(['event', 'none']), 'event'),
});

const mail = v.strictObject({
  from: address,
  replyTo: v.optional(email),
  host: word,
  port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)), 587),
  tls: v.optional(v.picklist(['starttls', 'tls', 'none']), 'starttls'),
  user: v.optional(word),
  passwordEnv: v.optional(env),
  caFile: v.optional(word),
  confirm: v.optional(v.boolean(), true),
});

export const deskSchema = v.strictObject({
  /** Where others reach this desk; needed for links to attachments. */
  url: v.optional(web),
  lang: v.optional(v.picklist(['ko', 'en', 'ja']), 'ko'),
  mail: v.optional(mail),
  deliver: v.optional(v.array(v.variant('type', [smtp, zendesk, zammad, rt, webhook])), []),
});

/** desk.yaml */
export type DeskConfig = v.InferOutput<typeof deskSchema>;
export type TargetConfig = DeskConfig['deliver'][number];
