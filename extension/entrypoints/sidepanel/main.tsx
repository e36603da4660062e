import '../../panel/styles.ts';
import { mount } from '../../panel/mount.tsx';
import { SidePanel } from '../../panel/side-panel/side-panel.tsx';

mount(SidePanel, (t) => t.panel.title);
