import outcomeCss from '../shared/ui/inquiry/outcome.css?inline';
import { sheet } from './draw.ts';

/** How the form looks once something was written or sent. */
export const LATER_SHEET = sheet(outcomeCss);
