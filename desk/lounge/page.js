// The only script of the lounge's own pages. Everything that can be read can be read without it.

/** Where a letter belongs to what is being written; the form and the search field are in closed roots of their hosts. */
const WRITING = 'input, textarea, select, [contenteditable], giljabi-search, giljabi-inquiry';

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target instanceof Element && event.target.closest(WRITING)) return;
  const search = document.querySelector('giljabi-search');
  if (!search) return;
  event.preventDefault();
  search.focus();
});

document.querySelector('[data-print]')?.addEventListener('click', () => print());

// A yes is counted at the desk by article and day. Nothing is stored here: no cookie, no name.
const feedback = document.querySelector('.feedback');
const yes = feedback?.querySelector('[data-yes]');
const said = feedback?.querySelector('[role="status"]');
yes?.addEventListener('click', async () => {
  if (yes.ariaDisabled === 'true') return;
  yes.ariaDisabled = 'true';
  const { article, address } = feedback.dataset;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ article }),
    credentials: 'omit',
    keepalive: true,
  }).catch(() => null);
  said.textContent = answer?.ok ? said.dataset.thanks : said.dataset.failed;
  if (!answer?.ok) yes.ariaDisabled = 'false';
});
