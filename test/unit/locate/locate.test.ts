import { describe, expect, test } from 'vitest';
import { capture, explain, type Fingerprint, locate, locateAll } from '../../../shared/locate/index.ts';
import { page } from './page.ts';

const OLD = `<header><a href="/home">Home</a><a href="/logout.php?sid=3f9a8b7c6d5e4f3a">Sign out</a></header>
<h2>Domain settings</h2><form action="/domain.php"><table>
<tr><td>Domain name</td><td><input name="domain" id="domain"></td></tr>
<tr><td>Description</td><td><input name="description" id="descr"></td></tr>
<tr><td>Mailboxes</td><td><input name="mailboxes" id="mb" size="4"></td></tr>
<tr><td>Active</td><td><input type="checkbox" name="active" id="active"></td></tr>
<tr><td>Transport</td><td><select name="transport" id="transport"><option>virtual</option><option>local</option><option>relay</option></select></td></tr>
</table><input type="submit" id="save" name="submit" value="Save"><input type="button" id="cancel" value="Cancel"></form>
<h2>Aliases</h2><table id="list"><thead><tr><th>Address</th><th>To</th><th></th></tr></thead><tbody>
<tr><td>kim@example.org</td><td>010-1234-5678</td><td><a href="edit.php?a=kim@example.org">Edit</a> <a href="delete.php?a=kim@example.org" id="d1">Delete</a></td></tr>
<tr><td>lee@example.org</td><td>02-555-1234</td><td><a href="edit.php?a=lee@example.org">Edit</a> <a href="delete.php?a=lee@example.org" id="d2">Delete</a></td></tr>
<tr><td>park@example.org</td><td>02-555-9999</td><td><a href="edit.php?a=park@example.org">Edit</a> <a href="delete.php?a=park@example.org" id="d3">Delete</a></td></tr>
</tbody></table>`;

/** The same page ten years later: boxes instead of a table, labels, other ids and classes, buttons instead of links. */
const NEW = `<div class="v-app"><nav class="v-nav"><a class="v-item" href="/app/home">Home</a><a class="v-item" href="/app/users">Users</a></nav><main>
<div class="v-title">Domain settings</div><form class="v-form">
<div class="v-row"><label for="i-1">Domain name</label><input id="i-1" name="domain" class="v-in"></div>
<div class="v-row"><label for="i-2">Description</label><input id="i-2" name="description" class="v-in"></div>
<div class="v-row"><label for="i-9">Max. mailboxes</label><input id="i-9" name="mailboxes" class="v-in" type="number"></div>
<div class="v-row"><label for="i-4">Active</label><input id="i-4" type="checkbox" name="active" class="v-check"></div>
<div class="v-row"><label for="i-5">Transport</label><select id="i-5" name="transport" class="v-sel"><option>virtual</option><option>local</option><option>relay</option><option>lmtp</option></select></div>
<button type="button" class="v-btn" id="new-cancel">Cancel</button><button type="submit" class="v-btn" id="new-save">Save</button></form>
<div class="v-title">Aliases</div><table class="v-table"><thead><tr><th>Address</th><th>To</th><th></th></tr></thead><tbody>
<tr><td>lee@example.org</td><td>02-555-1234</td><td><button>Edit</button> <button id="n2">Delete</button></td></tr>
<tr><td>kim@example.org</td><td>010-1234-5678</td><td><button>Edit</button> <button id="n1">Delete</button></td></tr>
<tr><td>park@example.org</td><td>02-555-9999</td><td><button>Edit</button> <button id="n3">Delete</button></td></tr>
</tbody></table></main></div>`;

/** A short name of an element: an engine's own nodes are too large to be printed when a test fails. */
const at = (element: Element | null | undefined): string =>
  element ? `${element.localName}#${element.id}|${element.textContent?.slice(0, 20)}` : 'nothing';
const record = (doc: Document, selector: string): Fingerprint => capture(doc.querySelector(selector)!, doc);

describe('an element of the old console on the new one', () => {
  test.each([
    ['#domain', '#i-1'],
    ['#descr', '#i-2'],
    ['#mb', '#i-9'],
    ['#active', '#i-4'],
    ['#transport', '#i-5'],
    ['#save', '#new-save'],
    ['#cancel', '#new-cancel'],
    ['header a', 'nav a'],
  ])('%s is now %s', (old, now) => {
    const doc = page(NEW);
    expect(at(locate(record(page(OLD), old), doc)?.element)).toBe(at(doc.querySelector(now)));
  });

  test('a count behind its words is no part of them', () => {
    const menu = (count: string) => page(`<ul><li><a>Queue${count}</a></li><li><a>Queue log</a></li></ul>`);
    const kept = record(menu(' (12)'), 'a');
    expect(kept.name).toBe('queue');
    for (const count of ['', ' (7)', ' [301]'])
      expect(at(locate(kept, menu(count))?.element), count).toBe(`a#|Queue${count}`);
  });

  test('a button of a row is the button of the row with that key, wherever it stands now', () => {
    const doc = page(NEW);
    expect(locate(record(page(OLD), '#d1'), doc)?.element.id).toBe('n1');
    expect(locate(record(page(OLD), '#d2'), doc)?.element.id).toBe('n2');
  });

  test('locateAll answers like locate, in order', () => {
    const doc = page(NEW);
    const kept = ['#domain', '#save', '#d1'].map((one) => record(page(OLD), one));
    expect(locateAll(kept, doc).map((one) => at(one?.element))).toEqual(
      kept.map((one) => at(locate(one, doc)?.element)),
    );
  });

  test('explain tells what speaks for the best candidate', () => {
    const { candidates, none } = explain(record(page(OLD), '#transport'), page(NEW));
    expect(candidates[0]?.element.id).toBe('i-5');
    expect(candidates[0]?.for).toContain('attrEq');
    expect(none).toBeLessThan(0.5);
  });
});

describe('not there', () => {
  test.each(['#save', '#cancel', '#domain', '#d1'])('%s on another page of the console', (selector) => {
    const other = page(
      '<nav><a href="/app/home">Home</a></nav><h2>Mail log</h2><table><tr><th>Time</th><th>From</th></tr><tr><td>10:00</td><td>x</td></tr></table><button>Refresh</button>',
    );
    expect(locate(record(page(OLD), selector), other)).toBeNull();
  });

  test('a save that was removed is not Cancel, and a sign out that was removed is not Users', () => {
    const doc = page(NEW);
    doc.querySelector('#new-save')!.remove();
    expect(locate(record(page(OLD), '#save'), doc)).toBeNull();
    expect(locate(record(page(OLD), 'header a:last-child'), doc)).toBeNull();
  });

  test('one of two equal names that was removed is not the other', () => {
    const doc = page('<h2>Inbox</h2><button id="a">Rules</button><h2>Spam</h2><button id="b">Rules</button>');
    const kept = record(doc, '#a');
    doc.querySelector('#a')!.remove();
    expect(explain(kept, doc).candidates[0]?.for).not.toContain('nameOnly');
    expect(locate(kept, doc)).toBeNull();
    const sole = record(doc, '#b');
    doc.querySelector('h2')!.remove();
    expect(explain(sole, doc).candidates[0]?.for).toContain('nameOnly');
  });

  test('where what stood around it has closed up, nothing that is alike takes its place', () => {
    const form = (rows: string) => page(`<h2>Relay</h2><form>${rows}<button>Save</button></form>`);
    const row = (label: string) => `<p><label>${label} <input></label></p>`;
    const kept = record(
      form(row('Relay host') + row('Relay port') + row('Relay user')),
      'p:nth-child(2) input',
    );
    const doc = form(row('Relay host') + row('Relay user') + row('Relay path'));
    expect(locate(kept, doc)).toBeNull();
    expect(explain(kept, doc).none).toBeGreaterThan(
      explain(kept, form(row('Relay host') + row('Queue') + row('Relay user') + row('Relay path'))).none,
    );
  });

  test('swapped captions: a save follows its word, not its place', () => {
    const doc = page(OLD);
    const kept = record(doc, '#save');
    doc.querySelector('#save')!.setAttribute('value', 'Cancel');
    doc.querySelector('#cancel')!.setAttribute('value', 'Save');
    expect(locate(kept, doc)?.element.id).not.toBe('save');
  });

  test('the row that was meant is gone: the row below is not it', () => {
    const doc = page(NEW);
    doc.querySelector('#n2')!.closest('tr')!.remove();
    expect(locate(record(page(OLD), '#d2'), doc)).toBeNull();
  });

  test('nothing binds from a page into a dialog', () => {
    const doc = page(OLD);
    const kept = record(doc, '#save');
    const form = doc.querySelector('form')!;
    const dialog = doc.createElement('div');
    dialog.setAttribute('role', 'dialog');
    form.replaceWith(dialog);
    dialog.append(form);
    expect(locate(kept, doc)).toBeNull();
  });
});

describe('what is kept', () => {
  test('an unchanged page is found again element by element', () => {
    const doc = page(OLD);
    for (const element of doc.querySelectorAll('input, select, a, h2, th'))
      expect(locate(capture(element, doc), doc)?.element === element, at(element)).toBe(true);
  });

  test('also when its size is the same and only other words have changed', () => {
    const doc = page(OLD);
    const kept = record(doc, '#transport');
    doc.querySelector('header a')!.textContent = 'Start';
    expect(locate(kept, doc)?.reason).toBe('page unchanged');
    doc.querySelector('#transport')!.setAttribute('name', 'route');
    expect(locate(kept, doc)?.reason).not.toBe('page unchanged');
  });

  test('and without knowing that it is unchanged', () => {
    for (const html of [OLD, NEW]) {
      const doc = page(html);
      for (const element of doc.querySelectorAll('input, select, a, button, h2, th:not(:empty)')) {
        const kept = capture(element, doc);
        const found = locate({ ...kept, page: { shape: 0, at: 0 } }, doc);
        expect(found?.element === element, at(element)).toBe(true);
      }
    }
  });

  test('at most 2 kB, and it survives JSON', () => {
    const long = 'ㅎㅎ긴 한국어 문장 '.repeat(40);
    const doc = page(
      `<h1>${long}</h1><label>${long}<select name="${'n'.repeat(300)}" title="${long}">${`<option>${long}</option>`.repeat(40)}</select></label><p>${long}</p>`,
    );
    const kept = record(doc, 'select');
    expect(new TextEncoder().encode(JSON.stringify(kept)).length).toBeLessThanOrEqual(2048);
    expect(locate(JSON.parse(JSON.stringify(kept)) as Fingerprint, doc)?.element.localName).toBe('select');
  });

  test('no value of a field and nobody of a row', () => {
    const doc = page(OLD);
    (doc.querySelector('#domain') as HTMLInputElement).value = 'secret-domain.kr';
    doc.querySelector('#descr')!.setAttribute('value', 'secret description');
    const rich = doc.createElement('div');
    rich.setAttribute('contenteditable', 'true');
    rich.textContent = 'secret letter';
    doc.querySelector('form')!.append(rich);
    const all = [...doc.querySelectorAll('input,select,a,td,[contenteditable]')]
      .map((one) => JSON.stringify(capture(one, doc)))
      .join('\n');
    for (const word of ['secret', 'kim', 'lee@', 'park', '1234', '5678', 'example'])
      expect(all, word).not.toContain(word);
  });

  test('a fingerprint of a later version is refused with a mend', () => {
    const kept = { ...record(page(OLD), '#save'), v: 2 } as unknown as Fingerprint;
    expect(() => locate(kept, page(NEW))).toThrow(/record the element again/);
  });
});

describe('another language', () => {
  const KO = NEW.replace('Domain settings', '도메인 설정')
    .replace('Domain name', '도메인 이름')
    .replace('Description', '설명')
    .replace('Max. mailboxes', '최대 메일함')
    .replace('Active', '활성')
    .replace('Transport', '전송')
    .replace('>Save<', '>저장<')
    .replace('>Cancel<', '>취소<')
    .replace('Aliases', '별칭');

  test.each([
    ['#descr', '#i-2'],
    ['#transport', '#i-5'],
    ['#save', '#new-save'],
  ])('%s recorded in English is %s in Korean', (old, now) => {
    const doc = page(KO);
    expect(at(locate(record(page(OLD), old), doc)?.element)).toBe(at(doc.querySelector(now)));
  });

  test('labels of a console.yaml carry a name over', () => {
    const english = page(
      '<h1>Filter</h1><p>The list of the rules for this domain and all users</p><a>Overseas block</a><a>Quarantine</a>',
    );
    const korean = page(
      '<h1>필터</h1><p>이 도메인의 모든 규칙</p><a>격리 보관</a><a>해외 차단</a><a>기타</a>',
    );
    const kept = record(english, 'a');
    const found = locate(kept, korean, { labels: [['Overseas block', '해외 차단']] });
    expect(found?.element.textContent).toBe('해외 차단');
  });
});

describe('neighbours by identifier', () => {
  test('what was recorded before they were kept still leads to its element', () => {
    const { by: _by, self: _self, ...old } = record(page(OLD), '#descr');
    const doc = page(NEW);
    expect(at(locate(old as Fingerprint, doc)?.element)).toBe(at(doc.querySelector('#i-2')));
  });

  test('they carry what has none of its own into another language, and say that it is gone', () => {
    const row = (label: string, name: string) => `<p>${label} <input name="${name}"></p>`;
    const form = (rows: string) => page(`<form>${rows}<button>OK</button></form>`);
    const kept = record(
      form(row('The name of the user', 'who') + row('Size for all', '') + row('From this host', 'origin')),
      'p:nth-child(2) input',
    );
    const korean = (middle: string) => form(row('사용자 이름', 'who') + middle + row('보낸 곳', 'origin'));
    const doc = korean(row('크기', ''));
    expect(locate(kept, doc)?.element === doc.querySelectorAll('input')[1]).toBe(true);
    expect(explain(kept, doc).candidates[0]?.for).toContain('byEq');
    expect(locate(kept, korean(''))).toBeNull();
  });
});

describe('behind seams', () => {
  test('in an open shadow root, a closed one and a frame', () => {
    const form =
      '<h2>Rules</h2><label>Pattern <input name="pattern"></label><button name="save">Save</button>';
    const kept = record(page(form), 'button');
    const open = page('<x-app></x-app>');
    open.querySelector('x-app')!.attachShadow({ mode: 'open' }).innerHTML = form;
    expect(locate(kept, open)?.element.localName).toBe('button');
    const closed = page('<x-app></x-app>');
    const root = closed.querySelector('x-app')!.attachShadow({ mode: 'closed' });
    root.innerHTML = form;
    expect(locate(kept, closed)).toBeNull();
    expect(locate(kept, closed, { shadow: () => root })?.element.localName).toBe('button');
    const framed = page('<iframe></iframe>');
    expect(locate(kept, framed)).toBeNull();
    expect(locate(kept, framed, { frame: () => page(form) })?.element.localName).toBe('button');
  });
});
