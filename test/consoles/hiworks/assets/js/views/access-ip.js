import { h } from '../dom.js';
import { pageHead } from '../parts/form.js';
import { rulesPanel } from './rules-panel.js';

/** 보안 > 접근 IP 관리. */
export const ipView = () =>
  h(
    'div',
    {},
    pageHead('접근 IP 관리', ['하이웍스 관리', '보안', '접근 IP 관리']),
    rulesPanel({
      path: 'admin/security/addresses',
      hint: '오피스에 접속할 수 있는 IP 주소를 허용하거나 차단합니다.',
      field: 'IP 주소',
      placeholder: '203.0.113.10',
      verdict: { caption: '접근 구분', allow: '허용', block: '차단' },
    }),
  );
