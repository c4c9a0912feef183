import './app/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { screenHost } from './client/screenHost.ts';
import { pageNonce } from './app/nonce.ts';

createRoot(document.querySelector('#app')!).render(<App host={screenHost()} nonce={pageNonce()} />);
