import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompressed } from './scripts/console/precompressed.ts';

// the Host stays the browser's own: a write whose Origin differs from it is refused
const API = { target: process.env.GATEHOUSE_API ?? 'http://127.0.0.1:8080', changeOrigin: false };

export default defineConfig(({ mode }) => ({
  // tests stand on the repository, the console's page is in its folder
  root: mode === 'test' ? import.meta.dirname : 'admin-ui',
  publicDir: 'public',
  plugins: [react(), precompressed()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2023', sourcemap: false },
  server: { proxy: { '/api': API, '/v1': API, '/openapi.json': API } },
  test: {
    projects: [
      {
        extends: false,
        root: import.meta.dirname,
        test: {
          name: 'api',
          environment: 'node',
          include: ['api/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['api/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks',
        },
      },
      {
        extends: false,
        root: import.meta.dirname,
        plugins: [react()],
        test: {
          name: 'admin-ui',
          environment: 'jsdom',
          include: ['admin-ui/**/*.test.{ts,tsx}'],
          exclude: ['admin-ui/**/*.browser.test.ts'],
        },
      },
      {
        extends: false,
        root: import.meta.dirname,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['admin-ui/**/*.browser.test.ts'],
          globalSetup: ['scripts/browser/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks',
          // one after the other, after everything else: a browser wants the processor for itself
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}));
