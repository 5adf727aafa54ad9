import { render } from 'preact';
import { Help } from '../../components/help/Help.tsx';

render(<Help />, document.getElementById('app')!);
