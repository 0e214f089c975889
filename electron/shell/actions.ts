import type { Activity } from '../../shared/domain/activity.ts';
import type { PauseLength, Pushes } from '../../shared/ipc/contract.ts';
import type { Tracker } from '../tracking/tracker.ts';
import type { TrayAction } from './tray-model.ts';

/** What the menus do it with. */
export interface ActionNeeds {
  readonly show: () => void;
  readonly openPage: (page: Pushes['page:open']) => void;
  /** Pauses, or goes on with null. */
  readonly pause: (length: PauseLength | null) => void;
  readonly tracker: Pick<Tracker, 'startTimer' | 'stopTimer'>;
  /** Says what the span at a moment was. */
  readonly relabel: (atMs: number, activity: Activity) => void;
  readonly quit: () => void;
}

/** Does what an item of the tray's or the app's menu stands for. */
export function createActions(needs: ActionNeeds): (action: TrayAction) => void {
  function open(page: Pushes['page:open']): void {
    needs.show();
    needs.openPage(page);
  }

  return (action) => {
    switch (action.do) {
      case 'open':
        open(action.page);
        break;
      case 'pause':
        needs.pause(action.length);
        break;
      case 'resume':
        needs.pause(null);
        break;
      case 'timer':
        if (action.run) needs.tracker.startTimer();
        else {
          needs.tracker.stopTimer();
          // There the user says what it was.
          open('today');
        }
        break;
      case 'relabel':
        needs.relabel(action.atMs, action.activity);
        break;
      case 'quit':
        needs.quit();
    }
  };
}
