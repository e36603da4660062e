import '../../panel/styles.ts';
import { mount } from '../../panel/mount.tsx';
import { Popup } from '../../panel/popup/popup.tsx';

mount(Popup, (t) => t.panel.title);
