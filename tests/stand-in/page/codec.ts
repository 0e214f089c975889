/** What carries values between page and main process as text. */
export interface Codec {
  /** @throws DataCloneError for what Electron's structured clone refuses too: functions, symbols. */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * Makes the codec. Both sides run this same function, the page by way of its source text: so nothing
 * from outside may be used in it.
 *
 * It keeps what a structured clone keeps (undefined, Date, Map, Set, BigInt, bytes, NaN, own
 * `__proto__` keys) and refuses what that refuses. A value that contains itself is not carried.
 */
export function createCodec(): Codec {
  type Json = null | boolean | string | number | readonly Json[];

  const refuse = (value: unknown): never => {
    throw new DOMException(`${String(value)} could not be cloned.`, 'DataCloneError');
  };

  function pack(value: unknown): Json {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['n', Object.is(value, -0) ? '-0' : String(value)];
      case 'undefined':
        return ['u'];
      case 'bigint':
        return ['b', String(value)];
      case 'object':
        return value === null ? null : packObject(value);
      default:
        return refuse(value);
    }
  }

  function packObject(value: object): Json {
    if (Array.isArray(value)) return ['a', Array.from(value, pack)];
    if (value instanceof Date) return ['d', pack(value.getTime())];
    if (value instanceof Map) return ['m', Array.from(value, ([k, v]) => [pack(k), pack(v)])];
    if (value instanceof Set) return ['s', Array.from(value, pack)];
    if (value instanceof Error) return ['e', value.name, value.message];
    if (value instanceof ArrayBuffer) return ['y', Array.from(new Uint8Array(value))];
    if (ArrayBuffer.isView(value)) {
      return ['y', Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) {
      return refuse(value);
    }
    return ['o', Object.keys(value).map((key) => [key, pack(Reflect.get(value, key))])];
  }

  function unpack(json: unknown): unknown {
    if (!Array.isArray(json)) return json;
    const parts: readonly unknown[] = json;
    const first = parts[1];
    switch (parts[0]) {
      case 'u':
        return undefined;
      case 'n':
        return Number(first);
      case 'b':
        return BigInt(String(first));
      case 'd':
        return new Date(Number(unpack(first)));
      case 'e': {
        const error = new Error(String(parts[2]));
        error.name = String(first);
        return error;
      }
      case 'a':
        return list(first).map(unpack);
      case 's':
        return new Set(list(first).map(unpack));
      case 'm':
        return new Map(list(first).map((pair) => [unpack(list(pair)[0]), unpack(list(pair)[1])]));
      case 'y':
        return Uint8Array.from(list(first), Number);
      default: {
        const object: Record<string, unknown> = {};
        for (const pair of list(first)) {
          const [key, value] = list(pair);
          // Not by assignment: that of `__proto__` would change the prototype instead.
          Object.defineProperty(object, String(key), {
            value: unpack(value),
            configurable: true,
            enumerable: true,
            writable: true,
          });
        }
        return object;
      }
    }
  }

  function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
  }

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
