import { defineBackground } from 'wxt/utils/define-background';
import { main } from '../background/main.ts';

export default defineBackground({ type: 'module', main });
