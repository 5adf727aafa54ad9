import { showPage } from '../../components/app/show-page.tsx';
import { Settings } from '../../components/settings/Settings.tsx';

showPage('/options.html', <Settings />);
