import { z } from 'zod';

// Before any schema is made: zod otherwise tries `new Function`, which our content security policy rightly reports.
z.config({ jitless: true });

export { z };
