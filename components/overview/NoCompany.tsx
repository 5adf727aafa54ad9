import { openPage } from '../shared/host.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Nothing is connected yet. */
export function NotConnected() {
  const words = t.value.overview;
  return (
    <section class="welcome">
      <div class="welcome-picture" aria-hidden="true">
        <span class="welcome-system">Dinero</span>
        <span class="bridge-line" />
        <span class="bridge-knot">
          <Icon name="link" />
        </span>
        <span class="bridge-line" />
        <span class="welcome-system">Effihub</span>
      </div>
      <h2>{words.welcome}</h2>
      <p>{words.welcomeText}</p>
      <Button variant="primary" onClick={() => openPage('/options.html')}>
        {words.connect}
      </Button>
      <p class="muted small">{words.welcomeHint}</p>
    </section>
  );
}
