import { z } from 'zod';

const jobSchema = z.strictObject({ folder: z.string(), archives: z.string(), mayMakeFolder: z.boolean(), isForced: z.boolean() });
const workSchema = z.strictObject({ job: jobSchema, saves: z.instanceof(SharedArrayBuffer), stop: z.instanceof(SharedArrayBuffer) });

/**
 * An archive to be made of a library. `folder` is the library's, `archives` the one for its archives: absolute paths.
 * `mayMakeFolder` is true where the latter may be made; one that a user chose must be there.
 * `isForced` is true to make one whether or not it is due.
 */
export type ArchiveJob = Readonly<z.infer<typeof jobSchema>>;

/** What a worker is given: the job, the count of saves that go first, and the sign to stop. */
export type ArchiveWork = Readonly<z.infer<typeof workSchema>>;

export const parseArchiveWork = (raw: unknown): ArchiveWork => workSchema.parse(raw);
