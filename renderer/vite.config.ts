import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screen as static files that any host can serve. `__CSP_NONCE__` is where a host writes the nonce of each response. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: path.resolve(import.meta.dirname, '../out/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    // Small images would otherwise become data: addresses inside scripts.
    assetsInlineLimit: 0,
    // Parts that are fetched later come by plain imports: elements that a script adds would need the nonce.
    modulePreload: false,
    chunkSizeWarningLimit: 640,
  },
});
