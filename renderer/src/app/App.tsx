import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  SSRProvider,
  webDarkTheme,
  webLightTheme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ScreenHost } from '../client/screenHost.ts';
import { useAnswer, WorkbenchProvider } from '../client/workbench.tsx';
import { LanguageContext } from './language.tsx';
import { Shell } from './Shell.tsx';
import { readSettings } from './settings.ts';
import { useColourScheme } from './colourScheme.ts';

/** The whole screen. @param nonce  of this page, for style elements */
export function App({ host, nonce }: { readonly host: ScreenHost; readonly nonce: string }) {
  const renderer = useMemo(() => createDOMRenderer(document, { styleElementAttributes: { nonce } }), [nonce]);
  return (
    <RendererProvider renderer={renderer}>
      <SSRProvider>
        <WorkbenchProvider host={host}>
          <Themed />
        </WorkbenchProvider>
      </SSRProvider>
    </RendererProvider>
  );
}

const THEMES = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

function Themed() {
  const answer = useAnswer('settings.read', {});
  const settings = readSettings(answer.data?.settings);
  const scheme = useColourScheme(settings.theme);
  document.documentElement.lang = settings.language;
  // Scroll bars and the calendar of a day field are drawn by the browser.
  document.documentElement.style.colorScheme = scheme === 'contrast' ? '' : scheme;
  return (
    <LanguageContext value={settings.language}>
      <FluentProvider theme={THEMES[scheme]} className="app" data-scheme={scheme}>
        <Shell settings={settings} ready={answer.isFetched} />
      </FluentProvider>
    </LanguageContext>
  );
}
