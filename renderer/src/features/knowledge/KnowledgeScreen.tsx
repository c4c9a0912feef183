import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { Page } from '../../ui/Page.tsx';
import { CataloguesTab } from './catalogues/CataloguesTab.tsx';
import { KNOWLEDGE_TABS, useKnowledge, type KnowledgeTab } from './knowledgeState.ts';
import { RulesTab } from './rules/RulesTab.tsx';
import { RuleSetsTab } from './ruleSets/RuleSetsTab.tsx';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    padding: '0 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  panel: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    '@media (max-width: 900px)': { overflow: 'auto' },
  },
});

/** National catalogues, the rules, and the rule sets that decide which of them hold. */
export function KnowledgeScreen({ round }: { readonly round: string | null }) {
  const styles = useStyles();
  const t = useText();
  const { tab, openTab, chooseRule } = useKnowledge();
  const asked = usePlace((state) => state.rule);
  useEffect(() => {
    if (asked === null) return;
    openTab('rules');
    chooseRule(asked);
    // Answered once: coming back later shows what was open last.
    usePlace.setState({ rule: null });
  }, [asked, openTab, chooseRule]);
  return (
    <Page title={t('place.knowledge')} whole>
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => openTab(value as KnowledgeTab)}
      >
        {KNOWLEDGE_TABS.map((one) => (
          <Tab key={one} value={one} id={`knowledge-${one}`}>
            {t(`knowledge.tab.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`knowledge-${tab}`}>
        {tab === 'catalogues' && <CataloguesTab round={round} />}
        {tab === 'rules' && <RulesTab round={round} />}
        {tab === 'ruleSets' && <RuleSetsTab round={round} />}
      </div>
    </Page>
  );
}
