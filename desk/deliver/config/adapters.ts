import { readFileSync } from 'node:fs';
import type { Adapter } from '../adapter.ts';
import { requestTracker } from '../adapters/rt.ts';
import { mailbox, ownLetters } from '../adapters/smtp.ts';
import { webhook } from '../adapters/webhook.ts';
import { zammad } from '../adapters/zammad.ts';
import { zendesk } from '../adapters/zendesk.ts';
import type { LetterOptions } from '../mail/letter.ts';
import { type Post, smtpPost } from '../mail/transport.ts';
import type { Env } from './read-config.ts';
import type { DeskConfig, TargetConfig } from './schema.ts';

export interface Adapters {
  /** Help desks, in the order of desk.yaml. */
  targets: Adapter[];
  /** The desk's own letters, when it has a server to send them. */
  mail: Adapter | null;
  /** Whether the asker gets a letter that their inquiry has arrived. */
  confirm: boolean;
}

export type FileLink = (inquiry: string, position: number) => Promise<string>;

/** The ways out that desk.yaml describes. @param fileLink makes a signed address of an attachment */
export function makeAdapters(config: DeskConfig, env: Env, fileLink: FileLink): Adapters {
  const { mail, deliver, lang } = config;
  const letters: LetterOptions | null = mail
    ? {
        from: mail.from,
        replyTo: mail.replyTo,
        mailboxes: new Map(
          deliver.flatMap((target) =>
            'mailbox' in target && target.mailbox ? [[target.name, target.mailbox] as const] : [],
          ),
        ),
        lang,
      }
    : null;
  const post = mail
    ? smtpPost({
        ...mail,
        password: mail.passwordEnv && env[mail.passwordEnv],
        ca: mail.caFile ? readFileSync(mail.caFile, 'utf8') : undefined,
      })
    : null;
  const own = letters && post ? { letters, post } : null;
  return {
    targets: deliver.map((target) => makeAdapter(target, lang, env, own, fileLink)),
    mail: own && ownLetters(own.letters, own.post),
    confirm: mail?.confirm ?? false,
  };
}

function makeAdapter(
  target: TargetConfig,
  lang: DeskConfig['lang'],
  env: Env,
  own: { letters: LetterOptions; post: Post } | null,
  fileLink: FileLink,
): Adapter {
  const secret = (name: string | undefined) => (name && env[name]) || '';
  switch (target.type) {
    case 'smtp':
      // readConfig has said so already.
      if (!own) throw new Error(`${target.name} needs mail:`);
      return mailbox(target, own.letters, own.post);
    case 'zendesk':
      return zendesk({ ...target, token: secret(target.tokenEnv), lang });
    case 'zammad':
      return zammad({ ...target, token: secret(target.tokenEnv), lang });
    case 'rt':
      return requestTracker({ ...target, secret: secret(target.tokenEnv ?? target.passwordEnv), lang });
    case 'webhook':
      return webhook({
        ...target,
        secret: secret(target.secretEnv),
        ...(target.files === 'link' ? { fileLink } : {}),
      });
  }
}
