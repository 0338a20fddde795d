import { z } from 'zod';

// zod compiles parsers with eval where it can; the content security policy rightly says no. It asks when a schema is
// made, so this module must be loaded before any that makes one.
z.config({ jitless: true });
