import { useId } from '@mantine/hooks';
import type { PrivacyView, StoredTable } from '../../../shared/ipc/privacy.ts';
import { useWords } from '../../i18n/words.ts';
import classes from './privacy-page.module.css';

const FIELDS = [
  'started_at',
  'ended_at',
  'activity',
  'zone',
  'relabelled',
  'manual',
  'at',
  'kind',
  'spans',
  'from_activity',
  'to_activity',
  'start_at',
  'end_at',
] as const;

function TableView({ table }: { readonly table: StoredTable }) {
  const { t } = useWords();
  return (
    <>
      <p>{t('privacy.stored.summary', { count: table.count, table: table.name })}</p>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={table.name}>
        <table className={classes.table}>
          <thead>
            <tr>
              {table.columns.map((column) => {
                const field = FIELDS.find((one) => one === column);
                return (
                  <th key={column} scope="col">
                    <span className={classes.mono}>{column}</span>
                    <small>{field ? t(`privacy.stored.field.${field}`) : null}</small>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, index) => (
                  <td key={table.columns[index]} className={classes.mono}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length === 0 ? <p>{t('privacy.stored.empty')}</p> : null}
    </>
  );
}

/** Every table of the database with its newest rows, as they lie in the file. */
export function StoredSection({ tables }: Pick<PrivacyView, 'tables'>) {
  const { t } = useWords();
  const id = useId();
  return (
    <section className={`card ${classes.section ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{t('privacy.stored.title')}</h2>
      {tables.length === 0 ? <p>{t('privacy.stored.none')}</p> : null}
      {tables.map((table) => (
        <TableView key={table.name} table={table} />
      ))}
      <p className={classes.small}>{t('privacy.stored.settings')}</p>
    </section>
  );
}
