import { App } from '../../components/App.tsx';
import { markPopup } from '../../components/host.ts';
import { showPage } from '../../components/not-here.tsx';

markPopup();
showPage('/popup.html', <App host="popup" />);
