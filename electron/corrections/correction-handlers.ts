import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import { changing } from '../storage/storing.ts';
import type { Corrections } from './corrections.ts';

export type CorrectionHandlers = Pick<
  Handlers,
  | 'data:erase'
  | 'span:relabel'
  | 'span:edit'
  | 'span:delete'
  | 'undo:list'
  | 'undo:take'
  | 'actions:get'
>;

/**
 * The handlers of what the user changes in their own data.
 *
 * @param forgetReport lets go of a report file that may hold what is deleted.
 */
export function createCorrectionHandlers(
  corrections: Pick<
    Corrections,
    'relabel' | 'edit' | 'remove' | 'erase' | 'undo' | 'offers' | 'log'
  >,
  forgetReport: () => void,
): CorrectionHandlers {
  return {
    'data:erase': (what) => {
      const range = what.kind === 'activity' ? what.range : what.kind === 'range' ? what : null;
      if (range && range.to < range.from) {
        throw new Failure('invalid-args', 'The range ends before it starts.');
      }
      forgetReport();
      return { erased: changing(() => corrections.erase(what)) };
    },
    'span:relabel': ({ atMs, activity }) => {
      changing(() => {
        corrections.relabel(atMs, activity);
      });
      return null;
    },
    'span:edit': ({ edit, mayReplace }) => changing(() => corrections.edit(edit, mayReplace)),
    'span:delete': ({ atMs }) => {
      forgetReport();
      changing(() => {
        corrections.remove(atMs);
      });
      return null;
    },
    'undo:list': () => corrections.offers(),
    'undo:take': (id) => {
      changing(() => {
        corrections.undo(id);
      });
      return null;
    },
    'actions:get': () => corrections.log(),
  };
}
