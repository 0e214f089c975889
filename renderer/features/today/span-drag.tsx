import { type ReactNode, useState } from 'react';
import type { Interval } from '../../../shared/domain/interval.ts';
import type { SpanEdit } from '../../../shared/domain/span-edit.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useWords } from '../../i18n/words.ts';
import { AddDialog } from './add-time.tsx';
import { Replaced, useEdit } from './span-edit.tsx';

/** What was dragged on the timeline: an end of a span, or time where there is no span. */
export type Dragged = Extract<SpanEdit, { kind: 'move' }> | ({ readonly kind: 'new' } & Interval);

/**
 * Makes an edit of what is dragged. What it would take the place of is asked for first, and of new time what it was.
 *
 * @returns whom the timeline tells, and the question where there is one.
 */
export function useSpanDrag(
  zone: string,
  date: string,
): { readonly onDragged: (dragged: Dragged) => void; readonly question: ReactNode } {
  const { t } = useWords();
  const [added, setAdded] = useState<Interval | null>(null);
  const { asked, send, replace, leave } = useEdit(() => undefined);
  const onDragged = (dragged: Dragged) => {
    if (dragged.kind === 'new') setAdded(dragged);
    else send(dragged);
  };
  if (added) {
    const close = () => {
      setAdded(null);
    };
    return {
      onDragged,
      question: <AddDialog zone={zone} date={date} times={added} onClose={close} />,
    };
  }
  if (!asked) return { onDragged, question: null };
  return {
    onDragged,
    question: (
      <Dialog title={t('correct.editTitle')} onClose={leave}>
        <Replaced replaced={asked.replaced} zone={zone} onReplace={replace} onCancel={leave} />
      </Dialog>
    ),
  };
}
