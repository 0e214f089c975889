import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import { fold } from '../../../shared/linkedin/fold.ts';
import { RemoveIcon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.ts';
import classes from './rules-page.module.css';

const MOST_BROWSERS = 200;

/** A form for one more, by the name that the system gives it. */
function AddBrowser({
  browsers,
  onChange,
}: {
  readonly browsers: readonly string[];
  onChange(browsers: string[]): void;
}) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const isKnown = browsers.some((known) => fold(known) === fold(name));
  const isSound = fold(name) !== '' && !isKnown && browsers.length < MOST_BROWSERS;
  return (
    <form
      className={classes.addBrowser}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSound) return;
        onChange([...browsers, name.trim()]);
        setName('');
      }}
    >
      <TextInput
        className={classes.textField ?? ''}
        label={t('rules.browsers.name')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={name}
        error={isKnown && name !== '' ? t('rules.browsers.known') : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" disabled={!isSound}>
        {t('rules.browsers.add')}
      </Button>
    </form>
  );
}

/** Browsers that the product does not know by itself. */
export function BrowserList({
  browsers,
  onChange,
}: {
  readonly browsers: readonly string[];
  onChange(browsers: string[]): void;
}) {
  const { t } = useWords();
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('rules.browsers.title')}</h2>
      <p className={classes.help}>{t('rules.browsers.help')}</p>
      {browsers.length === 0 ? (
        <p className={classes.empty}>{t('rules.browsers.empty')}</p>
      ) : (
        <ul className={classes.list} aria-labelledby={id}>
          {browsers.map((browser, at) => (
            <li key={browser} className={classes.row}>
              <bdi className={classes.text}>{browser}</bdi>
              <span className={classes.rowButtons}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={t('rules.browsers.remove', { name: browser })}
                  onClick={() => {
                    onChange(browsers.filter((_, other) => other !== at));
                  }}
                >
                  <RemoveIcon />
                </ActionIcon>
              </span>
            </li>
          ))}
        </ul>
      )}
      <AddBrowser browsers={browsers} onChange={onChange} />
    </section>
  );
}
