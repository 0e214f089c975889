import { useMemo } from 'react';
import { type ReportFile, SHOWN_ROWS } from '../../../shared/ipc/report-choice.ts';
import { useWords } from '../../i18n/words.ts';
import { readShown } from './read-file.ts';
import classes from './report-page.module.css';

/** The file read back as a table, and what it tells its reader. */
export function ReportPreview({ file }: { readonly file: ReportFile }) {
  const { t, format } = useWords();
  const { header, rows } = useMemo(() => readShown(file), [file]);
  const { by, includePrivate } = file.choice;
  return (
    <section className="card" aria-labelledby="report-file">
      <header className={classes.fileHead}>
        <h2 id="report-file">{file.name}</h2>
        <span className="muted">
          {t('report.size', {
            count: file.rows,
            rows: format.number(file.rows),
            bytes: format.number(file.bytes),
          })}
        </span>
      </header>
      <p className={classes.learns}>
        {t(`report.learns.${by}`)}{' '}
        {t(includePrivate ? 'report.learns.private' : 'report.learns.notPrivate')}
      </p>
      {rows.length === 0 ? (
        <p className="muted">{t('report.noRows')}</p>
      ) : (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={file.name}>
          <table className={classes.table}>
            <thead>
              <tr>
                {header.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {file.rows > SHOWN_ROWS ? (
        <p className="muted">{t('report.firstRows', { count: SHOWN_ROWS })}</p>
      ) : null}
    </section>
  );
}
