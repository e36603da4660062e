export type Late = typeof import('./late.ts');

let loading: Promise<Late> | null = null;

/** A failure is not remembered: the next pause in typing asks again. */
export function loadLate(): Promise<Late> {
  if (!loading) {
    loading = import('./late.ts');
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}
