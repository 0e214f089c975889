/** The few parts of the browsers' extension API that the companion uses; Firefox has them by the same name. */
declare namespace chrome {
  interface Listeners<Args extends unknown[]> {
    addListener(listener: (...args: Args) => void): void;
  }
  interface Port {
    postMessage(message: object): void;
    disconnect(): void;
    readonly onDisconnect: Listeners<[]>;
  }
  const runtime: {
    /** Undefined in a page whose extension was renewed or removed. */
    readonly id?: string;
    readonly lastError?: { readonly message?: string };
    connectNative(host: string): Port;
    getManifest(): { readonly version: string };
    sendMessage(message: string): Promise<unknown>;
    readonly onMessage: Listeners<[]>;
    readonly onInstalled: Listeners<[]>;
    readonly onStartup: Listeners<[]>;
  };
  const permissions: {
    contains(wanted: { readonly origins: readonly string[] }): Promise<boolean>;
    readonly onAdded: Listeners<[]>;
    readonly onRemoved: Listeners<[]>;
  };
  const windows: {
    getLastFocused(): Promise<{ readonly id?: number; readonly focused: boolean }>;
    readonly onFocusChanged: Listeners<[]>;
    readonly onCreated: Listeners<[]>;
    readonly onRemoved: Listeners<[]>;
  };
  const tabs: {
    query(
      wanted:
        | { readonly active: true; readonly windowId: number }
        | { readonly active: true; readonly lastFocusedWindow: true }
        | { readonly url: readonly string[] },
    ): Promise<
      readonly { readonly id?: number; readonly windowId?: number; readonly url?: string }[]
    >;
    readonly onActivated: Listeners<[]>;
    readonly onAttached: Listeners<[]>;
    readonly onRemoved: Listeners<[]>;
    readonly onReplaced: Listeners<[]>;
    readonly onUpdated: Listeners<
      [id: number, change: { readonly url?: string; readonly status?: string }]
    >;
  };
  const scripting: {
    executeScript(what: {
      readonly target: { readonly tabId: number; readonly allFrames: boolean };
      readonly files: readonly string[];
    }): Promise<unknown>;
  };
}
