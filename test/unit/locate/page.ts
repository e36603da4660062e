import { Window } from 'happy-dom';

/** A page in an engine without layout: every box is zero, so only attributes and inline styles can hide. */
export function page(body: string, title = ''): Document {
  const window = new Window();
  window.document.write(
    `<!doctype html><html lang="ko"><head><title>${title}</title></head><body>${body}</body></html>`,
  );
  return window.document as unknown as Document;
}
