/** The parts of a printed page, each under its title. */
export function SheetParts({
  parts,
}: {
  readonly parts: readonly (readonly [title: string, text: string])[];
}) {
  return (
    <dl>
      {parts.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
