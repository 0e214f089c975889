import { type ReactNode, useCallback, useRef } from 'react';
import { useActiveTooltipLabel } from 'recharts';

/** Tells which value of the chart around it is pointed at. */
function ActiveLabel({ onChange }: { onChange(label: string | undefined): void }) {
  const label = useActiveTooltipLabel();
  onChange(label === undefined ? undefined : String(label));
  return null;
}

/**
 * Opens by Enter the value that the arrow keys have reached, as a press of the mouse does.
 *
 * @param children draws the chart with what it is given inside it.
 */
export function PressableChart({
  onOpen,
  children,
}: {
  /** Gets the label of the value on the axis. */
  onOpen(label: string): void;
  children(active: ReactNode): ReactNode;
}) {
  const reached = useRef<string>(undefined);
  const onChange = useCallback((label: string | undefined) => {
    reached.current = label;
  }, []);
  return (
    <div
      onKeyDown={({ key }) => {
        if (key === 'Enter' && reached.current !== undefined) onOpen(reached.current);
      }}
    >
      {children(<ActiveLabel onChange={onChange} />)}
    </div>
  );
}
