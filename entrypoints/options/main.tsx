import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';

render(<Options />, document.getElementById('app')!);
