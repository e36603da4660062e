import { costs } from '../bench/behaviours/costs.ts';
import { holdsOn } from './support/behaviours.ts';

holdsOn('what it costs the page', costs(500));
