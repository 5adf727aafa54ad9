import { App } from '../../components/app/App.tsx';
import { showPage } from '../../components/app/show-page.tsx';

showPage('/sync.html', <App host="tab" />);
