import type { en } from './en.ts';

type Texts<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> };

/** The keys that every language has, with a text each. */
export type Catalogue = Texts<typeof en>;
