import { App } from '../../components/app/App.tsx';
import { showPage } from '../../components/app/show-page.tsx';
import { markPopup } from '../../components/shared/host.ts';

markPopup();
showPage('/popup.html', <App host="popup" />);
