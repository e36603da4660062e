import { MANNERS } from '../bench/behaviours/manners.ts';
import { holdsOn } from './support/behaviours.ts';

holdsOn('what belongs to the page stays its own', MANNERS);
