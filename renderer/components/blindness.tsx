import type { ExtensionState } from '../../shared/ipc/sight.ts';
import type { TrackerStatus } from '../../shared/ipc/views.ts';
import { useWords } from '../i18n/words.ts';
import { isTimerAlone } from '../store/timer-place.ts';
import { useApp } from '../store/use-app.ts';
import { CompanionOffer } from './companion-offer.tsx';
import { SightHelp } from './sight-help.tsx';

/** So, the extension does not help in the session that runs. */
const USELESS: readonly ExtensionState[] = ['unfit', 'refused', 'failed'];

/** Says why nothing is measured, what would help, and what stands in until then. */
export function Blindness({ reason }: { readonly reason: TrackerStatus['reason'] }) {
  const { t } = useWords();
  const extension = useApp((state) => state.sight?.extension ?? null);
  const kwin = useApp((state) => state.sight?.kwin ?? null);
  const desktop = useApp((state) => state.sight?.desktop ?? null);
  // There the timer is the next thing on the page, and says what it is for.
  const isTimerShown = useApp(({ page, shownDay }) => page === 'today' && shownDay === null);
  const isOffered = useApp(
    ({ companion, page }) => companion?.isAvailable === true && page !== 'companion',
  );
  const isWayland = reason === 'wayland';
  return (
    <div className="blindness">
      {/* The extension, or the script, says so itself. */}
      {isWayland && (extension !== null || kwin !== null) ? null : (
        <p>
          {isWayland && desktop !== null
            ? t('reason.waylandOf', { desktop })
            : t(`reason.${reason ?? 'unknown'}`)}
        </p>
      )}
      <SightHelp />
      {isOffered ? (
        <>
          <p>{t('companion.blind')}</p>
          <CompanionOffer />
        </>
      ) : null}
      {isWayland && kwin === null && (extension === null || USELESS.includes(extension)) ? (
        <p>{t('reason.otherSession')}</p>
      ) : null}
      {isTimerAlone(reason) && !isTimerShown ? <p>{t('reason.byHand')}</p> : null}
    </div>
  );
}
