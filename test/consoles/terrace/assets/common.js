// Called from onclick attributes, in the manner of the pages that use it.

/** Opens the submenu of a top menu; hovering opens it too, by the style sheet. */
function openMenu(link) {
  closeMenu();
  link.parentNode.className = 'open';
  link.setAttribute('aria-expanded', 'true');
  return false;
}

function closeMenu() {
  for (const item of document.querySelectorAll('#gnb > li.open')) {
    item.className = '';
    item.firstElementChild.setAttribute('aria-expanded', 'false');
  }
}

function toggleTree(link) {
  const item = link.parentNode;
  const open = item.className !== 'open';
  item.className = open ? 'open' : '';
  link.setAttribute('aria-expanded', String(open));
  return false;
}

function openForm(id) {
  const form = document.getElementById(id);
  form.className = '';
  form.querySelector('input, select').focus();
}

function closeForm(id) {
  document.getElementById(id).className = 'closed';
}

document.addEventListener('click', (event) => {
  if (!event.target.closest('#gnb')) closeMenu();
});
Object.assign(window, { openMenu, closeMenu, toggleTree, openForm, closeForm });
