export { waiting } from '../../shared/ui/text/ja/waiting.ts';
