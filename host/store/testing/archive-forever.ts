import { join } from 'node:path';
import { archiveLibrary } from '../archive.ts';
import { machineDisk } from '../machine-disk.ts';

// Writes archive after archive. Whoever starts it kills it.
const [folder = '', archives = ''] = process.argv.slice(2);
process.stdout.write('started\n');
for (let count = 0; ; count += 1) await archiveLibrary(machineDisk, folder, join(archives, `${process.pid}-${count}.zip`));
