import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import {
  BookRegular,
  ClipboardTaskListLtrRegular,
  DocumentAddRegular,
  FolderOpenRegular,
  PrintRegular,
  QuestionCircleRegular,
  SettingsRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { IntakeScreen } from '../features/intake/IntakeScreen.tsx';
import { ResultsScreen } from '../features/results/ResultsScreen.tsx';
import { useReturned } from '../features/returned/returnedState.ts';
import { RoundsScreen } from '../features/rounds/RoundsScreen.tsx';
import { Opening } from '../ui/Opening.tsx';
import { Page } from '../ui/Page.tsx';
import { useAnswer } from '../client/workbench.tsx';
import { useJobNews } from '../client/useJobNews.ts';
import { DropAnywhere } from './DropAnywhere.tsx';
import { JobBar } from './JobBar.tsx';
import { useText } from './language.tsx';
import { needsRound, PLACES, usePlace, type Place } from './place.ts';
import { Notices } from './Notices.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import type { Settings } from './settings.ts';
import { Toasts } from './Toasts.tsx';
import { useArrival } from './useArrival.ts';
import { useDesktopCommands } from './useDesktopCommands.ts';
import { useOpenRound, type OpenedRound } from './useOpenRound.ts';

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr) auto',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  places: {
    gridRow: '1 / span 2',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px',
    width: '196px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
    '@media (max-width: 900px)': { width: 'auto' },
  },
  name: {
    margin: '4px 8px 8px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    '@media (max-width: 900px)': { display: 'none' },
  },
  round: {
    margin: '0 8px 8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    '@media (max-width: 900px)': { display: 'none' },
  },
  place: { justifyContent: 'flex-start', minWidth: 'auto', fontWeight: tokens.fontWeightRegular },
  here: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  word: { textAlign: 'left', '@media (max-width: 900px)': { display: 'none' } },
  rest: { flexGrow: 1 },
  screen: { minWidth: 0, minHeight: 0, overflow: 'hidden', display: 'flex', flexDirection: 'column', outline: 'none' },
});

// What is not seen at the start is fetched when it is first shown.
const KnowledgeScreen = lazy(async () => ({
  default: (await import('../features/knowledge/KnowledgeScreen.tsx')).KnowledgeScreen,
}));
const ReportsScreen = lazy(async () => ({
  default: (await import('../features/reports/ReportsScreen.tsx')).ReportsScreen,
}));
const ReturnedScreen = lazy(async () => ({
  default: (await import('../features/returned/ReturnedScreen.tsx')).ReturnedScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen,
}));
const GuideScreen = lazy(async () => ({
  default: (await import('../features/help/GuideScreen.tsx')).GuideScreen,
}));

const ICONS: Readonly<Record<Place, FluentIcon>> = {
  rounds: FolderOpenRegular,
  intake: DocumentAddRegular,
  results: ClipboardTaskListLtrRegular,
  knowledge: BookRegular,
  reports: PrintRegular,
  guide: QuestionCircleRegular,
  settings: SettingsRegular,
};

/** The window: the five places at the left, the one that is open beside them, long work below. */
export function Shell({ settings, ready }: { readonly settings: Settings; readonly ready: boolean }) {
  const styles = useStyles();
  const t = useText();
  const { place, round, go, openRound } = usePlace();
  const rounds = useAnswer('rounds.list', {});
  const resumed = useRef(false);
  const last = rounds.data?.last ?? null;
  useEffect(() => {
    if (resumed.current || !ready || rounds.data === undefined) return;
    resumed.current = true;
    if (settings.reopenLastRound && last !== null && place === 'rounds') openRound(last, 'results');
  }, [ready, rounds.data, settings.reopenLastRound, last, place, openRound]);
  const card = rounds.data?.rounds.find(({ id }) => id === round);
  const name = card?.name;
  const opened = useOpenRound(round);
  useJobNews();
  useDesktopCommands(ready && rounds.data !== undefined);
  const takenBack = useReturned((state) => state.round);
  useArrival(`${place} ${round} ${opened.ready} ${takenBack}`);

  const entry = (one: Place) => {
    const Icon = ICONS[one];
    const isHere = place === one;
    return (
      <Button
        key={one}
        appearance="subtle"
        icon={<Icon />}
        className={mergeClasses(styles.place, isHere && styles.here)}
        aria-current={isHere ? 'page' : undefined}
        aria-label={t(`place.${one}`)}
        title={t(`place.${one}`)}
        disabledFocusable={round === null && needsRound(one)}
        onClick={() => go(one)}
      >
        <span className={styles.word}>{t(`place.${one}`)}</span>
      </Button>
    );
  };

  return (
    <DropAnywhere>
      <div className={styles.shell}>
        <nav className={styles.places} aria-label={t('app.places')}>
          <div className={styles.name}>{t('app.name')}</div>
          {name !== undefined && <div className={styles.round}>{name}</div>}
          {PLACES.map(entry)}
          <div className={styles.rest} />
          {entry('guide')}
          {entry('settings')}
        </nav>
        <main tabIndex={-1} className={styles.screen} aria-label={t(`place.${place}`)}>
          <Notices round={opened.ready && card?.sample === false ? round : null} />
          <ScreenBoundary key={`${place} ${round}`}>
            <Suspense fallback={<Coming title={t(`place.${place}`)} />}>
              <ScreenOf place={place} round={round} opened={opened} name={name ?? ''} />
            </Suspense>
          </ScreenBoundary>
        </main>
        <JobBar />
        <Toasts />
      </div>
    </DropAnywhere>
  );
}

function Coming({ title }: { readonly title: string }) {
  const t = useText();
  return (
    <Page title={title}>
      <Spinner size="small" label={t('app.loading')} />
    </Page>
  );
}

function ScreenOf(props: {
  readonly place: Place;
  readonly round: string | null;
  readonly opened: OpenedRound;
  readonly name: string;
}) {
  const t = useText();
  const { place, round, opened, name } = props;
  const isTakingBack = useReturned((state) => state.round !== null && state.round === round);
  if (place === 'knowledge') return <KnowledgeScreen round={round} />;
  if (place === 'settings') return <SettingsScreen />;
  if (place === 'guide') return <GuideScreen />;
  if (place === 'rounds' || round === null) return <RoundsScreen />;
  if (!opened.ready) return <Opening title={t(`place.${place}`)} name={name} opened={opened} />;
  if (place === 'intake') return <IntakeScreen round={round} />;
  if (place === 'results') return <ResultsScreen round={round} />;
  return isTakingBack ? <ReturnedScreen round={round} /> : <ReportsScreen round={round} />;
}
