import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the development server finds a Parley server. */
const server = process.env.PARLEY_DEV_SERVER ?? 'http://127.0.0.1:4000'

/** The Parley server answers these itself; everything else is the console's. */
const proxied = ['/api', '/realtime', '/adminwebservice', '/docs', '/health', '/sso']

/** Browsers that know `light-dark()`, which older ones would be given without its meaning. */
const baseline = ['chrome123', 'edge123', 'firefox120', 'safari17.5']

export default defineConfig({
  base: '/assets/console/',
  plugins: [react()],
  build: { outDir: 'dist', target: 'es2022', cssTarget: baseline, sourcemap: false, chunkSizeWarningLimit: 700 },
  server: {
    host: '127.0.0.1',
    port: 4300,
    strictPort: true,
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: server, ws: path === '/realtime' }])),
  },
})
