import { Alert, Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { valueOf } from '../store/remote.ts';
import { useApp } from '../store/use-app.ts';
import { AwayNotice } from './away-notice.tsx';
import { Blindness } from './blindness.tsx';
import { ReviewHint } from './review-hint.tsx';
import { TrackerIcon } from './icons.tsx';

/** What the user should know: nothing measured, something happened to the data, a command failed. */
export function Notices() {
  const { t } = useWords();
  const status = useApp((state) => valueOf(state.tracker));
  const info = useApp((state) => valueOf(state.info));
  const dismissed = useApp((state) => state.dismissedNotices);
  const dismissNotice = useApp((state) => state.dismissNotice);
  const openPrivacy = useApp((state) => state.openPrivacy);
  const changeSettings = useApp((state) => state.changeSettings);
  const failure = useApp((state) => state.failure);
  const dismissFailure = useApp((state) => state.dismissFailure);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What failed may have been asked for far down on a long page.
    if (failure !== null) region.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const isIdleUnknown = useApp((state) => state.sight?.idle === 'unavailable');
  const notices = (info?.notices ?? []).filter(({ code }) => !dismissed.includes(code));
  return (
    <div className="notices" aria-live="polite" ref={region}>
      {failure === null ? null : (
        <Alert
          variant="default"
          title={t('failure.title')}
          withCloseButton
          closeButtonLabel={t('notice.dismiss')}
          onClose={dismissFailure}
        >
          {t(`failure.${failure}`)}
        </Alert>
      )}
      {info?.away ? <AwayNotice away={info.away} /> : null}
      {notices.map(({ code }) => (
        <Alert
          key={code}
          variant="default"
          title={t(`notice.${code}.title`)}
          withCloseButton
          closeButtonLabel={t('notice.dismiss')}
          onClose={() => {
            dismissNotice(code);
            // Offered once, whatever the answer.
            if (code === 'keeping-offered') void changeSettings({ keepingAsked: true });
          }}
        >
          {t(`notice.${code}.text`)}
          {code === 'keeping-offered' ? (
            <Button
              display="block"
              mt="sm"
              variant="default"
              onClick={() => {
                openPrivacy('data');
              }}
            >
              {t('notice.keeping-offered.choose')}
            </Button>
          ) : null}
        </Alert>
      ))}
      {isIdleUnknown && !dismissed.includes('idle') ? (
        <Alert
          variant="default"
          title={t('sight.idle.title')}
          withCloseButton
          closeButtonLabel={t('notice.dismiss')}
          onClose={() => {
            dismissNotice('idle');
          }}
        >
          {t('sight.idle.text')}
        </Alert>
      ) : null}
      <ReviewHint />
      {status?.state === 'not-measured' ? (
        <Alert
          variant="default"
          title={t('reason.title')}
          icon={<TrackerIcon state="not-measured" />}
        >
          <Blindness reason={status.reason} />
        </Alert>
      ) : null}
    </div>
  );
}
