import { Checkbox } from '@mantine/core';
import type { Role } from '../../../shared/domain/agreement.ts';
import type { Suggestion } from '../../../shared/settings/guideline-file.ts';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import type { AgreementSetting } from '../../store/change-settings.ts';
import table from './guideline-card.module.css';
import { buildGuidelineRows, type GuidelinePart } from './guideline-rows.ts';

/** What is suggested for a role next to what holds now, with a box to tick at each. */
export function GuidelineTable({
  suggestion,
  role,
  now,
  ticked,
  onTick,
}: {
  readonly suggestion: Suggestion;
  readonly role: Role;
  readonly now: AgreementSetting;
  /** Left out, there is nothing to tick: it is shown alone. */
  readonly ticked?: ReadonlySet<GuidelinePart>;
  onTick?(ticked: ReadonlySet<GuidelinePart>): void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('guideline.part')}</th>
          <th scope="col">{t('guideline.now')}</th>
          <th scope="col">{t('guideline.suggested')}</th>
          <th scope="col">{t('guideline.take')}</th>
        </tr>
      </thead>
      <tbody>
        {buildGuidelineRows(suggestion, role, now, words).map(
          ({ part, label, now: before, suggested, same }) => (
            <tr key={part}>
              <th scope="row">{label}</th>
              <td data-name={t('guideline.now')}>
                {before === '' ? t('guideline.nothing') : before}
              </td>
              <td data-name={t('guideline.suggested')}>{suggested}</td>
              <td>
                {same ? (
                  <span className={classes.detail}>{t('guideline.same')}</span>
                ) : (
                  <Checkbox
                    aria-label={t('guideline.takePart', { part: label })}
                    disabled={!ticked}
                    checked={ticked?.has(part) ?? false}
                    onChange={(event) => {
                      const next = new Set(ticked);
                      if (event.currentTarget.checked) next.add(part);
                      else next.delete(part);
                      onTick?.(next);
                    }}
                  />
                )}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
