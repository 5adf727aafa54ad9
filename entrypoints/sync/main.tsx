import { App } from '../../components/app/App.tsx';
import { showPage } from '../../components/shared/show-page.tsx';

showPage('/sync.html', <App host="tab" />);
