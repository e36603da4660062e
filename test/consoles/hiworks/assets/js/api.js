/**
 * Talks to the office's API. Throws an Error whose message can be shown; a lost session goes back to sign-in.
 * @param {'GET' | 'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path below /api/
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
export async function call(method, path, body) {
  const init =
    body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`/api/${path}`, { method, ...init }).catch(() => {
    throw new Error('서버에 연결할 수 없습니다. 잠시 후 다시 시도해 주세요.');
  });
  if (answer.status === 401) {
    location.assign('/');
    return new Promise(() => {});
  }
  const data = await answer.json();
  if (!answer.ok) throw new Error(data.message);
  return data;
}
