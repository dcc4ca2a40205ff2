import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The API serves the built console under this path, so its cookie and its calls are same-origin.
export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: { outDir: 'dist', target: 'es2022', chunkSizeWarningLimit: 1200 },
  server: {
    port: 4400,
    strictPort: true,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
