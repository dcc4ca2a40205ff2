import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { cssVariables } from './shared/theme/tokens';
import './shared/theme/global.css';

for (const [name, value] of Object.entries(cssVariables()))
  document.documentElement.style.setProperty(name, value);

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
