import { render } from 'preact';
import { App } from '../../components/App.tsx';

render(<App host="tab" />, document.getElementById('app')!);
