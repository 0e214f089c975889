/** The kind of session, which decides what can be seen of other windows; `none` without a display. */
export type SessionType = 'x11' | 'wayland' | 'windows' | 'macos' | 'none';
