import { Button, Checkbox } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import type { DataFilePreview, DataFileProblem, DataTaken } from '../../../shared/ipc/data-file.ts';
import { useWords, type Words } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './privacy-page.module.css';
import { Section } from './section.tsx';

/** Where the taking over stands. */
type Step =
  | { readonly at: 'start' }
  | { readonly at: 'saved' }
  | { readonly at: 'refused'; readonly problem: DataFileProblem }
  | { readonly at: 'preview'; readonly preview: DataFilePreview }
  | { readonly at: 'taken'; readonly taken: DataTaken };

function Preview({
  preview,
  onTake,
  onCancel,
}: {
  readonly preview: DataFilePreview;
  readonly onTake: (withSettings: boolean) => void;
  readonly onCancel: () => void;
}) {
  const { t, format } = useWords();
  const id = useId();
  const [withSettings, setWithSettings] = useState(false);
  const { spans, newSpans, newOthers, from, to, settings } = preview;
  const isEmpty = newSpans === 0 && newOthers === 0;
  const dates = from !== null &&
    to !== null && { from: format.dateLong(from), to: format.dateLong(to) };
  return (
    <div className={classes.confirm} role="group" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('everything.preview')}</h3>
      <p>
        {[
          t('everything.inFile', { count: spans }),
          dates ? t('everything.newSpans', { count: newSpans, ...dates }) : '',
          isEmpty ? t('everything.nothingNew') : '',
          newOthers > 0 ? t('everything.others', { count: newOthers }) : '',
          t('everything.stays'),
        ].join(' ')}
      </p>
      {settings.length > 0 ? (
        <Checkbox
          checked={withSettings}
          label={t('everything.withSettings', {
            names: settings.map((key) => t(`everything.setting.${key}`)).join(', '),
          })}
          onChange={(event) => {
            setWithSettings(event.currentTarget.checked);
          }}
        />
      ) : (
        <p>{t('everything.sameSettings')}</p>
      )}
      <div>
        <Button
          mr="sm"
          disabled={isEmpty && !withSettings}
          onClick={() => {
            onTake(withSettings);
          }}
        >
          {t('everything.take')}
        </Button>
        <Button variant="default" autoFocus onClick={onCancel}>
          {t('everything.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Why a file was not taken, and where in it that stands. */
function refusalText({ t }: Words, { code, part, row }: DataFileProblem): string {
  const why = t(`everything.why.${code}`);
  if (part === '') return t('everything.refused', { why });
  const where = row === null ? part : t('everything.row', { part, row });
  return t('everything.refusedAt', { why, where });
}

/** Everything that is stored, out as a file and in again on another machine. */
export function EverythingSection() {
  const words = useWords();
  const { t } = words;
  const saveEverything = useApp((state) => state.saveEverything);
  const openEverything = useApp((state) => state.openEverything);
  const takeEverything = useApp((state) => state.takeEverything);
  const [step, setStep] = useState<Step>({ at: 'start' });

  const save = async () => {
    setStep({ at: 'start' });
    if (await saveEverything()) setStep({ at: 'saved' });
  };
  const open = async () => {
    setStep({ at: 'start' });
    const reading = await openEverything();
    if (reading.status === 'read') setStep({ at: 'preview', preview: reading.preview });
    if (reading.status === 'refused') setStep({ at: 'refused', problem: reading.problem });
  };
  const take = async (id: number, withSettings: boolean) => {
    const taken = await takeEverything(id, withSettings);
    // Where it failed, the user is told, and can try again once there is room on the disk.
    if (taken) setStep({ at: 'taken', taken });
  };

  return (
    <Section title={t('everything.title')}>
      <p>{t('everything.text')}</p>
      <div className={classes.row}>
        <Button variant="default" onClick={() => void save()}>
          {t('everything.save')}
        </Button>
        <Button variant="default" onClick={() => void open()}>
          {t('everything.open')}
        </Button>
      </div>
      {step.at === 'preview' ? (
        <Preview
          preview={step.preview}
          onTake={(withSettings) => void take(step.preview.id, withSettings)}
          onCancel={() => {
            setStep({ at: 'start' });
          }}
        />
      ) : null}
      {step.at === 'refused' ? <p role="alert">{refusalText(words, step.problem)}</p> : null}
      <p role="status" className={classes.small}>
        {step.at === 'saved' ? t('everything.saved') : ''}
        {step.at === 'taken'
          ? [
              t('everything.taken', { count: step.taken.spans }),
              step.taken.settings > 0
                ? t('everything.settingsTaken', { count: step.taken.settings })
                : '',
            ].join(' ')
          : ''}
      </p>
    </Section>
  );
}
