/** @type {() => void} */
let onChange = () => {};

/** Calls `render` now and whenever the address changes inside the application. @param {() => void} render */
export function startRouter(render) {
  onChange = render;
  addEventListener('popstate', render);
  document.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('a[href^="/"]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    event.preventDefault();
    go(/** @type {string} */ (link.getAttribute('href')));
  });
  render();
}

/** @param {string} path */
export function go(path) {
  if (path !== location.pathname + location.search) history.pushState(null, '', path);
  onChange();
}
