import type { Inline, NoteTone } from '../../article/node.ts';
import type { Marker } from './marker.ts';

/** One written line of a manual with its place in the tree: what the step grammar reads. */
export interface SourceLine {
  /** 1-based line of the manual. */
  line: number;
  /** 0 outside lists; one more for each list around it. */
  depth: number;
  marker: Marker | null;
  role: 'heading' | 'text' | 'note' | 'quote' | 'table' | 'code' | 'image' | 'rule';
  /** Heading level as written, 0 for other roles. */
  level: number;
  tone: NoteTone | null;
  kids: Inline[];
}
