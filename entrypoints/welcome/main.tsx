import { render } from 'preact';
import { Welcome } from '../../components/welcome/Welcome.tsx';

render(<Welcome />, document.getElementById('app')!);
