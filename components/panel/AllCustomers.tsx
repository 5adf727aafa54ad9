import { useEffect, useState } from 'preact/hooks';
import type { App, AppProps } from '../app/index.ts';
import { t } from '../shared/text.ts';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { showsAll } from './state.ts';

let loaded: typeof App | undefined;

async function load(): Promise<typeof App> {
  loaded = (await import('../app/index.ts')).App;
  return loaded;
}

/** Milliseconds: the card comes first. */
const LATER = 2_000;

/** Preloads the app before the user asks for it. */
export function loadLater(): () => void {
  const timer = setTimeout(() => void load(), LATER);
  return () => clearTimeout(timer);
}

/** The overview and the wizard, by far the largest part of the panel's code. */
export function AllCustomers(props: Pick<AppProps, 'connectionId' | 'intro'>) {
  const [Whole, setWhole] = useState(() => loaded);
  useEffect(() => {
    if (!Whole) void load().then((app) => setWhole(() => app));
  }, [Whole]);
  if (!Whole)
    return (
      <Page>
        <Skeleton label={t.value.common.loading} rows={4} />
      </Page>
    );
  return (
    <Whole
      host="panel"
      {...props}
      onFlow={() => {
        showsAll.value = true;
      }}
    />
  );
}
