import { defineConfig } from 'vite'

/** The app inside the iframe; the server serves `dist` at `/widget/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/widget/app/',
  publicDir: false,
  // Calls of Preact's own `h` are smaller than those of the automatic runtime, and need no second copy of it
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: "import { h, Fragment } from 'preact'",
  },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    // A little smaller than what the default makes of it
    cssMinify: 'esbuild',
    rolldownOptions: { treeshake: { propertyReadSideEffects: false } },
    reportCompressedSize: false,
  },
})
