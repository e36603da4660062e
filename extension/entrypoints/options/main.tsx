import '../../panel/styles.ts';
import { mount } from '../../panel/mount.tsx';
import { Options } from '../../panel/options/options.tsx';

mount(Options, (t) => t.panel.settings.title);
