import { html } from 'hono/html';
import { addressOf, type FilterPage, filterTree, superWhite } from './filters.ts';
import { menu } from './menu.ts';
import type { Flash } from './session.ts';

export type Markup = ReturnType<typeof html> | string;

/** The bare document, in the manner of its day. */
export const document = (body: Markup, className = ''): Markup => html`<!doctype html>
  <html lang="ko">
    <head>
      <meta charset="utf-8" />
      <title>Terrace Mail Security</title>
      <link rel="stylesheet" type="text/css" href="/assets/style.css" />
      <script src="/assets/common.js"></script>
    </head>
    <body class="${className}">
      ${body}
    </body>
  </html>`;

interface Page {
  /** The way to the page, without the page's own title at the end when `title` says it. */
  way: string[];
  title: string;
  body: Markup;
  flash?: Flash | null;
  /** Shows the tree of 스팸 고급 필터 at the left, with this page marked. */
  tree?: FilterPage | 'overview';
}

export function layout({ way, title, body, flash, tree }: Page): Markup {
  return document(html`<div id="header">
      <h1><a href="/dashboard.do">Security <b>ADMIN</b></a></h1>
      <div id="util">
        <span>admin 님</span>
        <form method="post" action="/logout.do"><input type="submit" class="link" value="로그아웃" /></form>
      </div>
      <ul id="gnb">
        ${menu.map(topItem)}
      </ul>
    </div>
    <table id="wrap" cellspacing="0" cellpadding="0">
      <tr>
        ${tree ? html`<td id="lnb" valign="top">${treeMarkup(tree)}</td>` : ''}
        <td id="body" valign="top">
          <div class="location">${way.join(' > ')}</div>
          <h2>${title}</h2>
          ${messageLine(flash)} ${body}
        </td>
      </tr>
    </table>
    <div id="footer">Terrace Mail Security 7.5 (실습용)</div>`);
}

const messageLine = (flash: Flash | null | undefined) =>
  flash
    ? html`<p class="msg ${flash.kind}" role="${flash.kind === 'error' ? 'alert' : 'status'}">${flash.text}</p>`
    : '';

function topItem({ title, href, items }: (typeof menu)[number]): Markup {
  if (!items) return html`<li><a href="${href}">${title}</a></li>`;
  return html`<li onmouseleave="closeMenu()">
    <a href="#" onclick="return openMenu(this)" aria-haspopup="true" aria-expanded="false">${title}</a>
    <ul class="sub">
      ${items.map(([name, to]) => html`<li><a href="${to}">${name}</a></li>`)}
    </ul>
  </li>`;
}

function treeMarkup(active: FilterPage | 'overview'): Markup {
  const leaf = (page: FilterPage) =>
    html`<li><a href="${addressOf(page)}" class="${page === active ? 'on' : ''}">${page.title}</a></li>`;
  return html`<h3><a href="/filter/advanced.do">스팸 고급 필터</a></h3>
    <ul class="tree">
      ${filterTree.map(({ title, pages }) => {
        const open = pages.some((page) => page === active);
        return html`<li class="${open ? 'open' : ''}">
          <a href="#" onclick="return toggleTree(this)" aria-expanded="${String(open)}">${title}</a>
          <ul>
            ${pages.map(leaf)}
          </ul>
        </li>`;
      })}
      ${leaf(superWhite)}
    </ul>`;
}

/** A table of plain facts. */
export const facts = (
  caption: string,
  heads: string[],
  rows: Markup[][],
  none = '자료가 없습니다.',
): Markup =>
  html`<table class="list" summary="${caption}">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${
        rows.length
          ? rows.map(
              (cells) => html`<tr>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
            )
          : html`<tr>
              <td colspan="${heads.length}" class="none">${none}</td>
            </tr>`
      }
    </tbody>
  </table>`;
