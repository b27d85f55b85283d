import { Transform, TransformCallback } from 'node:stream';
import { readUsage, Usage } from './readUsage';

/** Who listens to an answer. */
export interface AnswerListener {
  /** The answer begins. */
  onStart(): void;
  /** It has ended whole, before its end is passed on; without usage when it told none. */
  onEnd(usage: Usage | undefined): void;
}

/** Passes an answer through and tells what it used. An answer that breaks off never ends (stack-proof 6). */
export class UsageReader extends Transform {
  readonly #chunks: Buffer[] = [];

  constructor(private readonly listener: AnswerListener) {
    super();
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: TransformCallback,
  ): void {
    if (this.#chunks.length === 0) {
      this.listener.onStart();
    }
    this.#chunks.push(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.listener.onEnd(
      readUsage(Buffer.concat(this.#chunks).toString('utf8')),
    );
    done();
  }
}
