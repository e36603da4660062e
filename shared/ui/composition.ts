const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]$/;
/** How long after the end of a composition the same key is taken for its echo, in milliseconds. */
const ECHO_MS = 80;

type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'isComposing' | 'keyCode'>;

/**
 * When a key that was pressed during composition takes effect. Korean has no candidate window: the last syllable is
 * always still being composed, so Enter means Enter and acts once, after `compositionend`. In Japanese and Chinese the
 * same key chooses a candidate and must not act. Systems differ in whether the key is then sent a second time.
 */
export class CompositionKeys {
  #act: (key: string) => boolean;
  #later: (run: () => void, ms: number) => void;
  #text = '';
  #pending: string | null = null;
  #echo: string | null = null;

  /** @param act does what the key stands for; false when it stands for nothing here */
  constructor(
    act: (key: string) => boolean,
    later: (run: () => void, ms: number) => void = (run, ms) => void setTimeout(run, ms),
  ) {
    this.#act = act;
    this.#later = later;
  }

  update(text: string): void {
    this.#text = text;
  }

  end(): void {
    this.#later(() => {
      const key = this.#pending;
      if (key === null) return;
      this.#pending = null;
      if (this.#act(key)) this.#expectEcho(key);
    }, 0);
  }

  /** True when the key was used (or is an echo) and its default action must not happen. */
  press(event: KeyLike): boolean {
    const key = event.key === 'Process' || event.key === 'Unidentified' ? event.code : event.key;
    if (event.isComposing || event.keyCode === 229) {
      if (HANGUL.test(this.#text) && (key === 'Enter' || key.startsWith('Arrow'))) this.#pending = key;
      return false;
    }
    if (key === this.#echo) {
      this.#echo = null;
      return true;
    }
    this.#pending = null;
    return this.#act(key);
  }

  #expectEcho(key: string): void {
    this.#echo = key;
    this.#later(() => {
      if (this.#echo === key) this.#echo = null;
    }, ECHO_MS);
  }
}
