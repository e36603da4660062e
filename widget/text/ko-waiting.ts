export { waiting } from '../../shared/ui/text/ko/waiting.ts';
