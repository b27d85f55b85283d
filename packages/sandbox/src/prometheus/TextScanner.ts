/** Takes a text apart from its beginning. */
export class TextScanner {
  #position = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.#position === this.text.length;
  }

  /** Takes what matches here, after spaces; undefined, and nothing is taken, when it does not. */
  take(pattern: RegExp): string | undefined {
    const here = new RegExp(`\\s*(${pattern.source})\\s*`, 'ys');
    here.lastIndex = this.#position;
    const [all = '', taken] = here.exec(this.text) ?? [];
    this.#position += all.length;
    return taken;
  }
}
