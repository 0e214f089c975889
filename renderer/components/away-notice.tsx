import { Alert, Button, Group } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import type { AwayView, FindResult, FindWay } from '../../shared/ipc/away.ts';
import { useWords } from '../i18n/words.ts';
import { useApp } from '../store/use-app.ts';

/** Asks whether to begin anew in the folder of the app's own. */
function OwnFolderQuestion({ onYes, onNo }: { onYes(): void; onNo(): void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="stack" role="alertdialog" aria-labelledby={id}>
      <p id={id}>{t('away.confirm')}</p>
      <Group gap="sm">
        <Button onClick={onYes}>{t('away.yes')}</Button>
        <Button variant="default" autoFocus onClick={onNo}>
          {t('away.no')}
        </Button>
      </Group>
    </div>
  );
}

/** The ways to the data, or on without them. */
function Ways({
  away,
  onFind,
  onOwn,
}: {
  readonly away: AwayView;
  onFind(way: FindWay): void;
  onOwn(): void;
}) {
  const { t } = useWords();
  return (
    <>
      {away.dir === null ? null : (
        <Button
          variant="default"
          onClick={() => {
            onFind('look');
          }}
        >
          {t('away.look')}
        </Button>
      )}
      {away.isFixed ? null : (
        <>
          <Button
            variant="default"
            onClick={() => {
              onFind('locate');
            }}
          >
            {t('away.locate')}
          </Button>
          <Button variant="default" onClick={onOwn}>
            {t('away.own')}
          </Button>
        </>
      )}
    </>
  );
}

/** Data that cannot be reached: what that means for now, and what the user can do. */
export function AwayNotice({ away }: { readonly away: AwayView }) {
  const { t } = useWords();
  const findData = useApp((state) => state.findData);
  const [result, setResult] = useState<FindResult>('cancelled');
  const [asks, setAsks] = useState(false);

  const find = (way: FindWay) => {
    setAsks(false);
    setResult('cancelled');
    void findData(way).then(setResult);
  };
  return (
    <Alert variant="default" title={t('away.title')}>
      <div className="stack">
        <p>{away.dir === null ? t('away.unknown') : t('away.out-of-reach', { dir: away.dir })}</p>
        <p>{t(away.wasThere ? 'away.meanwhile-own' : 'away.meanwhile')}</p>
        {asks ? (
          <OwnFolderQuestion
            onYes={() => {
              find('own-folder');
            }}
            onNo={() => {
              setAsks(false);
            }}
          />
        ) : (
          <Group gap="sm">
            <Ways
              away={away}
              onFind={find}
              onOwn={() => {
                setAsks(true);
              }}
            />
            <span role="status">{result === 'cancelled' ? '' : t(`away.result.${result}`)}</span>
          </Group>
        )}
      </div>
    </Alert>
  );
}
