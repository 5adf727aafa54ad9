import { Settings } from '../../components/settings/Settings.tsx';
import { showPage } from '../../components/shared/show-page.tsx';

showPage('/options.html', <Settings />);
