import '../ui/base.css';
import './panel.css';
import { useEffect, useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Place } from '../../lib/features/panel/index.ts';
import { NotConnected } from '../overview/index.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { openPage } from '../shared/host.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AllCustomers, loadLater } from './AllCustomers.tsx';
import { ContactView } from './ContactView.tsx';
import { CustomerView } from './CustomerView.tsx';
import { Integration } from './Integration.tsx';
import { ChangeCompany, PanelBar } from './PanelBar.tsx';
import {
  chooseCompany,
  closeOnEscape,
  earlyClicks,
  followPage,
  followVisibility,
  loadPlace,
  place,
  placeFailure,
  showsAll,
} from './state.ts';

/** The panel on a page of Dinero or Effihub: the page's customer, or all customers. */
export function Panel() {
  return (
    <>
      <AboutPage />
      <TooEarly />
    </>
  );
}

function AboutPage() {
  const words = t.value;
  useEffect(followPage, []);
  useEffect(closeOnEscape, []);
  useEffect(followVisibility, []);
  useEffect(loadLater, []);
  useEffect(() => {
    document.title = `${words.panel.title} - ${words.common.appName}`;
  }, [words]);
  const failure = placeFailure.value;
  if (failure)
    return (
      <Page top={<PanelBar />}>
        <ErrorNotice
          problem={problemOf(failure.error)}
          unchanged={words.common.nothingChanged}
          action={
            <Button variant="quiet" compact icon="sync" onClick={() => loadPlace()}>
              {words.common.tryAgain}
            </Button>
          }
        />
      </Page>
    );
  const found = place.value;
  if (!found)
    return (
      <Page top={<PanelBar />}>
        <Skeleton label={words.common.loading} rows={4} />
      </Page>
    );
  if (found.kind === 'nothing')
    return (
      <Page top={<PanelBar />}>
        <NotConnected />
      </Page>
    );
  if (found.kind === 'unconnected') return <Unconnected site={found.site} who={found.who} />;
  if (found.kind === 'undecided') return <WhichCompany companies={found.companies} />;
  return <OfCompany found={found} />;
}

function OfCompany({ found }: { found: Extract<Place, { kind: 'company' }> }) {
  const { company, subject, isNamed } = found;
  const isShown =
    subject.kind === 'customer' || subject.kind === 'contact' || subject.kind === 'integrations';
  const hasOwnView = isShown && !company.paused;
  if (hasOwnView && !showsAll.value) {
    if (subject.kind === 'customer')
      return <CustomerView company={company} customerId={subject.customerId} isNamed={isNamed} />;
    if (subject.kind === 'contact') return <ContactView company={company} number={subject.number} />;
    return <Integration company={company} />;
  }
  return (
    <div class="panel-all">
      {(hasOwnView || found.choices > 1) && <WayBack found={found} toPage={hasOwnView} />}
      <AllCustomers
        key={company.id}
        connectionId={company.id}
        intro={subject.kind === 'import' ? 'import' : undefined}
      />
    </div>
  );
}

/** Above the overview and the wizard: back to the page's customer, and to the choice of company. */
function WayBack({ found, toPage }: { found: Extract<Place, { kind: 'company' }>; toPage: boolean }) {
  const words = t.value.panel;
  return (
    <div class="way-back">
      {toPage && (
        <Button
          variant="quiet"
          compact
          icon="arrow-left"
          onClick={() => {
            showsAll.value = false;
          }}
        >
          {found.subject.kind === 'integrations' ? words.connection : words.thisPage}
        </Button>
      )}
      {found.choices > 1 && <ChangeCompany />}
    </div>
  );
}

function Unconnected({ site, who }: { site: 'dinero' | 'effihub'; who: string }) {
  const words = t.value.panel;
  return (
    <Page top={<PanelBar />}>
      <section class="welcome">
        <span class="welcome-mark">
          <Icon name="link-off" />
        </span>
        <h1>{words.unconnected(who)}</h1>
        <p class="muted">{words.unconnectedHint[site]}</p>
        <Button
          variant="primary"
          onClick={() => openPage('/options.html', `${site === 'dinero' ? 'firma' : 'konto'}-${who}`)}
        >
          {words.connect}
        </Button>
      </section>
    </Page>
  );
}

/** The account first: these pages are usually Effihub's. */
function companyName({ name, organizationName, accountName }: Company): string {
  if (name) return name;
  return organizationName === accountName ? accountName : `${accountName} · ${organizationName}`;
}

function WhichCompany({ companies }: { companies: Extract<Place, { kind: 'undecided' }>['companies'] }) {
  const words = t.value.panel;
  return (
    <Page top={<PanelBar />}>
      <PageHeader title={words.which}>
        <p class="muted">{words.whichHint}</p>
      </PageHeader>
      <ul class="companies">
        {companies.map((company) => (
          <li key={company.id}>
            <Button onClick={() => chooseCompany(company.id)}>{companyName(company)}</Button>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** Milliseconds. */
const TOO_EARLY_SHOWN_FOR = 4_000;

/** Keeps the buttons of the view's foot uncovered. */
const heightOfFoot = () => document.querySelector<HTMLElement>('.foot')?.offsetHeight ?? 0;

/** Tells about a click that came too early. It overlays the view, so that nothing moves. */
function TooEarly() {
  const count = earlyClicks.value;
  const [told, setTold] = useState(0);
  useEffect(() => {
    if (count === told) return;
    const end = setTimeout(() => setTold(count), TOO_EARLY_SHOWN_FOR);
    return () => clearTimeout(end);
  }, [count, told]);
  const isShown = count > told;
  return (
    <p class="too-early" role="status" data-lively style={{ bottom: `${isShown ? heightOfFoot() : 0}px` }}>
      {/* The key has it read aloud each time. */}
      {isShown && <span key={count}>{t.value.panel.tooEarly}</span>}
    </p>
  );
}
