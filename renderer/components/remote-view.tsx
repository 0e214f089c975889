import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { type Remote, valueOf } from '../store/remote.ts';

/**
 * Shows a value, a skeleton until it is there, and in plain words what went wrong. An older value
 * stays on screen while another is on its way, so that nothing flickers or jumps.
 */
export function RemoteView<T>({
  remote,
  heights,
  onRetry,
  children,
}: {
  readonly remote: Remote<T>;
  /** Heights in pixels of the cards that are coming. */
  readonly heights: readonly number[];
  onRetry(): void;
  children(value: T): ReactNode;
}) {
  const { t } = useWords();
  const value = valueOf(remote);
  const failure =
    remote.status === 'failed' ? (
      <section className="card" role="alert">
        <h2>{t(remote.code === 'cancelled' ? 'chart.cancelled' : 'chart.failed')}</h2>
        <p className="muted">{t(`failure.${remote.code}`)}</p>
        <Button variant="default" size="xs" mt="md" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      </section>
    ) : null;
  if (value === undefined) {
    return (
      failure ?? (
        <div className="stack" aria-busy="true" aria-label={t('chart.loading')} role="status">
          {heights.map((height, index) => (
            <Skeleton key={index} height={height} radius="lg" />
          ))}
        </div>
      )
    );
  }
  return (
    <div className="stack" aria-busy={remote.status === 'changing'}>
      {failure}
      {children(value)}
    </div>
  );
}
