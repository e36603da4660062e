import { drop, isNumbered, type Rule } from './rule.ts';

/** Below `자주 묻는 질문` or `Related topics` sentences answer and links lead away; only numbered lines are done. */
export const questions: Rule = (lines) => {
  let asking = false;
  for (const line of lines) {
    const title = line.plain.trim().replace(/^[[【<〈■□◆●▶#]+\s*|\s*[\]】>〉]+$/gu, '');
    if (line.language.cues.faq.test(title)) {
      asking = true;
      if (line.acts.length > 0) drop(line, 'heading', 'the title of questions or links');
    } else if (line.source.role === 'heading' || /^[■◆]/u.test(line.source.marker?.text ?? line.plain))
      asking = false;
    else if (asking && line.acts.length > 0) {
      if (isNumbered(line)) asking = false;
      else drop(line, 'note', 'below questions or links');
    }
  }
};
