import { DIALOGS } from '../bench/behaviours/dialogs.ts';
import { holdsOn } from './support/behaviours.ts';

holdsOn('over what the page opens', DIALOGS);
