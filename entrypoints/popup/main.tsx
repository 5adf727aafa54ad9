import { render } from 'preact';
import { App } from '../../components/App.tsx';
import { markPopup } from '../../components/host.ts';

markPopup();
render(<App host="popup" />, document.getElementById('app')!);
