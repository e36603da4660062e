import { GiljabiElement } from './element.ts';

/** The inquiry form, with suggestions from the bundle. See README.md. */
class InquiryElement extends GiljabiElement {
  static override observedAttributes = [...GiljabiElement.observedAttributes, 'email', 'summary'];
  protected override load = () => import('./inquiry-face.tsx');
}

/** Search over the bundle; results lead to pages (`articles`) or open in place. See README.md. */
class SearchElement extends GiljabiElement {
  static override observedAttributes = [...GiljabiElement.observedAttributes, 'articles'];
  protected override load = () => import('./search-face.tsx');
}

// Two copies of the script on one page are one too many, but no error.
if (!customElements.get('giljabi-inquiry')) customElements.define('giljabi-inquiry', InquiryElement);
if (!customElements.get('giljabi-search')) customElements.define('giljabi-search', SearchElement);
