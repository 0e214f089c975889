import {
  GUIDELINE_FILE_BYTES,
  type GuidelineImport,
  parseGuidelineFile,
} from '../../shared/settings/guideline-file.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import { openText, type OpenNeeds } from '../rules/open-text.ts';
import { readBoundedFile } from '../system/read-bounded-file.ts';

export type GuidelineHandlers = Pick<Handlers, 'guideline:import'>;

/** Reads the guideline file that the user chooses, for the window to show. It changes nothing. */
export function createGuidelineHandlers(
  askWhichToOpen: OpenNeeds['askWhichToOpen'],
): GuidelineHandlers {
  return {
    'guideline:import': async (): Promise<GuidelineImport> => {
      const opened = await openText(
        { askWhichToOpen, readFile: readBoundedFile },
        GUIDELINE_FILE_BYTES,
      );
      if (opened.status === 'cancelled') return opened;
      if (opened.status === 'refused') {
        return { status: 'refused', problem: { code: opened.code, at: '' } };
      }
      const reading = parseGuidelineFile(opened.text);
      return reading.ok
        ? { status: 'read', guideline: reading.guideline }
        : { status: 'refused', problem: reading.problem };
    },
  };
}
