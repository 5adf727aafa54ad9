import './state-bar.css';
import type { SideCounts } from '../../lib/domain/counts.ts';
import type { System } from '../../lib/domain/problem.ts';
import { formats, t } from '../shared/text.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

const STATES = ['linked', 'waiting', 'ignored', 'broken'] as const satisfies readonly (keyof SideCounts)[];

const ICONS: Record<keyof SideCounts, IconName> = {
  linked: 'link',
  waiting: 'clock',
  ignored: 'ban',
  broken: 'link-off',
};

/** Where the customers of one system stand: a bar, and what its parts are. @param side undefined before the first reading */
export function StateBar({ system, side }: { system: System; side?: SideCounts }) {
  const words = t.value;
  const { number } = formats.value;
  const name = words.common.systems[system];
  const say = (state: keyof SideCounts) => (side ? number(side[state]) : '–');
  const counted = {
    linked: say('linked'),
    waiting: say('waiting'),
    ignored: say('ignored'),
    broken: say('broken'),
  };
  const isSome = (state: keyof SideCounts) => side !== undefined && side[state] > 0;
  return (
    <div
      class="state"
      role="img"
      aria-label={side ? words.check.picture(name, counted) : words.check.pictureUnread(name)}
    >
      <div class="state-bar">
        {STATES.filter(isSome).map((state) => (
          <span key={state} class={`state-part state-${state}`} style={{ flexGrow: side?.[state] }} />
        ))}
      </div>
      <div class="state-words">
        <span class="state-system">{name}</span>
        {STATES.filter((state) => state === 'linked' || state === 'waiting' || isSome(state)).map((state) => (
          <span key={state} class={`state-word state-word-${state}`}>
            <Icon name={ICONS[state]} />
            {words.check.states[state]} <strong>{say(state)}</strong>
          </span>
        ))}
      </div>
    </div>
  );
}
