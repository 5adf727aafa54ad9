import { App } from '../../components/app/App.tsx';
import { markPopup } from '../../components/shared/host.ts';
import { showPage } from '../../components/shared/show-page.tsx';

markPopup();
showPage('/popup.html', <App host="popup" />);
