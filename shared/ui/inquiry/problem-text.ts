import type { FieldProblem } from '../../inquiry/rules.ts';
import type { HelpText } from '../text/context.ts';
import { bytesText } from './bytes.ts';

/** The sentence for one problem, with the field's own name in it. */
export function problemText(t: HelpText, { field, code, data }: FieldProblem): string {
  const say = t.outcome.field;
  const label = field === 'consent' ? t.inquiry.consentTitle : t.inquiry[field];
  const name = String(data.name ?? '');
  const limit = Number(data.limit ?? 0);
  switch (code) {
    case 'empty':
      return say.required(label);
    case 'too-long':
      return say.tooLong(label, limit);
    case 'characters':
      return say.characters(label);
    case 'email':
      return say.email;
    case 'phone':
      return say.phone;
    case 'consent-missing':
      return say.consent;
    case 'consent-outdated':
      return say.consentChanged;
    case 'too-many-files':
      return say.fileCount(limit);
    case 'files-too-large':
      return say.fileTotal(bytesText(limit));
    case 'file-too-large':
      return say.fileSize(name, bytesText(limit));
    case 'file-type':
      return say.fileType(name);
    case 'file-name':
      return say.fileName(name);
  }
}
