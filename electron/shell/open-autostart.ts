import { homedir } from 'node:os';
import { app } from 'electron';
import {
  type AutostartHandlerNeeds,
  type AutostartHandlers,
  createAutostartHandlers,
} from './autostart-handlers.ts';
import { createAutostart } from './autostart.ts';

/** What starting with the session takes of the app. */
export interface AutostartNeeds {
  readonly settings: AutostartHandlerNeeds['settings'];
  readonly figures: Pick<AutostartHandlerNeeds, 'view'>;
}

/** Starting with the session, on this computer. */
export interface OpenAutostart {
  readonly handlers: AutostartHandlers;
  /** Brings the entry of the system up to date, where there is one of ours. */
  readonly refresh: () => void;
}

export function openAutostart({ settings, figures }: AutostartNeeds): OpenAutostart {
  const autostart = createAutostart(app, { ...process, homeDir: homedir() });
  return {
    handlers: createAutostartHandlers({ autostart, settings, view: figures.view }),
    refresh: autostart.refresh,
  };
}
