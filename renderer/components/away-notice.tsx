import { Alert, Button, Group } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import type { AwayView, FindResult, FindWay } from '../../shared/ipc/away.ts';
import { useWords } from '../i18n/words.ts';
import { useApp } from '../store/use-app.ts';

/** Data that cannot be reached: what that means for now, and what the user can do. */
export function AwayNotice({ away }: { readonly away: AwayView }) {
  const { t } = useWords();
  const id = useId();
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
          <div className="stack" role="alertdialog" aria-labelledby={`${id}-question`}>
            <p id={`${id}-question`}>{t('away.confirm')}</p>
            <Group gap="sm">
              <Button
                onClick={() => {
                  find('own-folder');
                }}
              >
                {t('away.yes')}
              </Button>
              <Button
                variant="default"
                autoFocus
                onClick={() => {
                  setAsks(false);
                }}
              >
                {t('away.no')}
              </Button>
            </Group>
          </div>
        ) : (
          <Group gap="sm">
            {away.dir === null ? null : (
              <Button
                variant="default"
                onClick={() => {
                  find('look');
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
                    find('locate');
                  }}
                >
                  {t('away.locate')}
                </Button>
                <Button
                  variant="default"
                  onClick={() => {
                    setAsks(true);
                  }}
                >
                  {t('away.own')}
                </Button>
              </>
            )}
            <span role="status">{result === 'cancelled' ? '' : t(`away.result.${result}`)}</span>
          </Group>
        )}
      </div>
    </Alert>
  );
}
