import type { Inquiry } from '../../../inquiry/inquiry.ts';
import type { Text } from '../../text/ko/index.ts';

/** What a person wrote, as a text that they can take elsewhere. Files by name. */
export function written(words: Text['inquiry'], inquiry: Inquiry): string {
  const { email, summary, company, phone, detail, files } = inquiry;
  const lines = [
    [words.summary, summary],
    [words.email, email],
    [words.company, company],
    [words.phone, phone],
    [words.files, files.map(({ name }) => name).join(', ')],
  ];
  const head = lines.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`);
  return `${head.join('\n')}\n\n${detail}`;
}
