import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openAuthor } from '../page/author.ts';
import { AUTHOR, type AuthorDoor } from '../page/author-door.ts';

// Put into a page only while support records a target there, after overlay.ts.
export default defineUnlistedScript(() => {
  (globalThis as { [AUTHOR]?: AuthorDoor })[AUTHOR] = openAuthor;
});
