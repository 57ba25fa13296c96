import { defineConfig } from 'vite'

/** The app inside the iframe; the server serves `dist` at `/widget/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/widget/app/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
  },
})
