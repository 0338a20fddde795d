/**
 * The keys that a schema names, without the index signature of a loose object.
 * Documents keep keys they do not know (a later Lectern may have written them); code sees only those it knows.
 */
export type Known<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
