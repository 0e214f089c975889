/** Opens the week that a chart of weeks calls by its label. */
export function openWeekOf(
  points: readonly { readonly week: string; readonly from: string }[],
  onOpenWeek: (isoDate: string) => void,
): (label: string) => void {
  return (label) => {
    const point = points.find(({ week }) => week === label);
    if (point) onOpenWeek(point.from);
  };
}
