import { Alert, Button } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import type { AppNotice } from '../../shared/ipc/views.ts';
import { useWords } from '../i18n/words.ts';
import { valueOf } from '../store/remote.ts';
import { useApp } from '../store/use-app.ts';
import { AwayNotice } from './away-notice.tsx';
import { Blindness } from './blindness.tsx';
import { Dismissible } from './dismissible.tsx';
import { ReviewHint } from './review-hint.tsx';
import { TrackerIcon } from './icons.tsx';

/** A command that failed; it comes into sight, as it may have been asked for far down on a long page. */
function Failure({ region }: { readonly region: RefObject<HTMLElement | null> }) {
  const { t } = useWords();
  const failure = useApp((state) => state.failure);
  const dismissFailure = useApp((state) => state.dismissFailure);
  useEffect(() => {
    if (failure !== null) region.current?.scrollIntoView({ block: 'nearest' });
  }, [failure, region]);
  return failure === null ? null : (
    <Dismissible title={t('failure.title')} onClose={dismissFailure}>
      {t(`failure.${failure}`)}
    </Dismissible>
  );
}

/** Something that happened to the data, or is offered for them. */
function DataNotice({ code }: AppNotice) {
  const { t } = useWords();
  const dismissNotice = useApp((state) => state.dismissNotice);
  const openPrivacy = useApp((state) => state.openPrivacy);
  const changeSettings = useApp((state) => state.changeSettings);
  return (
    <Dismissible
      title={t(`notice.${code}.title`)}
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
    </Dismissible>
  );
}

/** Says that idle time cannot be told on this system. */
function IdleUnknown() {
  const { t } = useWords();
  const isIdleUnknown = useApp((state) => state.sight?.idle === 'unavailable');
  const isDismissed = useApp((state) => state.dismissedNotices.includes('idle'));
  const dismissNotice = useApp((state) => state.dismissNotice);
  return isIdleUnknown && !isDismissed ? (
    <Dismissible
      title={t('sight.idle.title')}
      onClose={() => {
        dismissNotice('idle');
      }}
    >
      {t('sight.idle.text')}
    </Dismissible>
  ) : null;
}

/** What the user should know: nothing measured, something happened to the data, a command failed. */
export function Notices() {
  const { t } = useWords();
  const status = useApp((state) => valueOf(state.tracker));
  const info = useApp((state) => valueOf(state.info));
  const dismissed = useApp((state) => state.dismissedNotices);
  const region = useRef<HTMLDivElement>(null);
  const notices = (info?.notices ?? []).filter(({ code }) => !dismissed.includes(code));
  return (
    <div className="notices" aria-live="polite" ref={region}>
      <Failure region={region} />
      {info?.away ? <AwayNotice away={info.away} /> : null}
      {notices.map(({ code }) => (
        <DataNotice key={code} code={code} />
      ))}
      <IdleUnknown />
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
