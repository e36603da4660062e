import { HOLDING } from '../bench/behaviours/holding.ts';
import { holdsOn } from './support/behaviours.ts';

holdsOn('the ring is where its target is', HOLDING);
