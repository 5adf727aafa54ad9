import { render } from 'preact';
import { guardWrites } from '../../components/background.ts';
import { zoomOfTab } from '../../components/host.ts';
import { Panel } from '../../components/panel/Panel.tsx';
import { watchSeen } from '../../components/panel/seen.ts';

guardWrites(watchSeen(zoomOfTab));
render(<Panel />, document.getElementById('app')!);
