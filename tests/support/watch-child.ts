import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Collects what a child says on stdout and stderr, and waits for its end. */
export function watchChild(child: ChildProcess) {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return {
    output: () => output,
    /** Resolves with the exit status; null where a signal ended it. */
    exited: once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null)),
  };
}
