import type { Lang } from '../shared/ui/text/lang.ts';
import { GiljabiElement } from './element.ts';
import { speak } from './speak.ts';

/** The inquiry form, with suggestions from the bundle. See README.md. */
class InquiryElement extends GiljabiElement {
  static override observedAttributes = [...GiljabiElement.observedAttributes, 'email', 'summary'];
  protected override load = (lang: Lang) => Promise.all([import('./inquiry-face.tsx'), speak(lang, 'first')]);
}

/** Search over the bundle; results lead to pages (`articles`) or open in place. See README.md. */
class SearchElement extends GiljabiElement {
  static override observedAttributes = [...GiljabiElement.observedAttributes, 'articles'];
  protected override load = (lang: Lang) =>
    Promise.all([import('./search-face.tsx'), speak(lang, 'first'), speak(lang, 'later')]);
}

// Two copies of the script on one page are one too many, but no error.
if (!customElements.get('giljabi-inquiry')) customElements.define('giljabi-inquiry', InquiryElement);
if (!customElements.get('giljabi-search')) customElements.define('giljabi-search', SearchElement);
