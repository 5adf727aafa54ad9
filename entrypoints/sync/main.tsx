import { App } from '../../components/App.tsx';
import { showPage } from '../../components/not-here.tsx';

showPage('/sync.html', <App host="tab" />);
