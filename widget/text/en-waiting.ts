export { waiting } from '../../shared/ui/text/en/waiting.ts';
