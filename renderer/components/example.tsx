import { Button } from '@mantine/core';
import { useWords } from '../i18n/words.ts';
import type { ExamplePage } from '../store/state/example.ts';
import { useApp } from '../store/use-app.ts';
import classes from './example.module.css';

/** Whether an example stands in for the user's own weeks: nothing can be changed or saved then. */
export function useIsExample(): boolean {
  return useApp((state) => state.exampleFrom !== null);
}

/** Stays above the page for as long as an example is shown, and puts it away with one press. */
export function ExampleNotice() {
  const { t } = useWords();
  const isExample = useIsExample();
  const closeExample = useApp((state) => state.closeExample);
  if (!isExample) return null;
  return (
    <aside className={classes.notice} aria-label={t('example.title')}>
      <p>
        <strong>{t('example.title')}.</strong> {t('example.text')}
      </p>
      <Button size="xs" onClick={() => void closeExample()}>
        {t('example.close')}
      </Button>
    </aside>
  );
}

/** Leads to the example. */
export function ExampleButton({ page }: { readonly page: ExamplePage }) {
  const { t } = useWords();
  const openExample = useApp((state) => state.openExample);
  return (
    <Button variant="default" onClick={() => void openExample(page)}>
      {t('example.open')}
    </Button>
  );
}

/** Stands on a page of figures that has none yet. */
export function ExampleOffer({ page }: { readonly page: ExamplePage }) {
  const { t } = useWords();
  if (useIsExample()) return null;
  return (
    <section className={`card ${classes.offer ?? ''}`} aria-label={t('example.open')}>
      <p>{t('example.offer')}</p>
      <ExampleButton page={page} />
    </section>
  );
}
