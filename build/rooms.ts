/**
 * @file The rooms of the main process, floor by floor from the ground: a room imports only rooms of the floors below its
 * own, types too. The linter holds it so, and docs/architecture.md draws it.
 */
export const FLOORS = [
  ['system', 'texts', 'security', 'tracking/sources/x11'],
  ['data-folder', 'ipc', 'zones'],
  ['storage', 'holidays', 'tracking/sources'],
  ['settings', 'figures', 'tracking'],
  [
    'report',
    'notices',
    'corrections',
    'rules',
    'review',
    'import',
    'data-file',
    'privacy',
    'data-folder/moving',
    'companion',
  ],
  ['agreement', 'your-data'],
  ['shell', 'cli'],
] as const;

/** A folder below `electron/`. */
export type Room = (typeof FLOORS)[number][number];

/** Every room with those that it must not import: all but itself and what lies below. */
export function forbiddenRooms(): { readonly room: Room; readonly forbidden: readonly Room[] }[] {
  return FLOORS.flatMap((floor, index) =>
    floor.map((room: Room) => ({
      room,
      forbidden: FLOORS.slice(index)
        .flat()
        .filter((other) => other !== room),
    })),
  );
}
