import { defineConfig } from 'vite'

/** The script on the customer's page: one file with a steady name, beside the app's build. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2020',
    lib: { entry: 'loader/main.ts', formats: ['iife'], name: 'parleyLoader', fileName: () => 'loader.js' },
  },
})
