/** An event that a listener can prevent, as Electron's are. */
export interface StandInEvent {
  readonly defaultPrevented: boolean;
  preventDefault: () => void;
}

/** Makes an event with the properties that a kind of event has besides. */
export function createEvent<Properties extends object>(
  properties: Properties,
): Properties & StandInEvent {
  let prevented = false;
  return {
    ...properties,
    get defaultPrevented() {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
}
