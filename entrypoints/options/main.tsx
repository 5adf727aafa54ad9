import { showPage } from '../../components/app/show-page.tsx';
import { Options } from '../../components/settings/Settings.tsx';

showPage('/options.html', <Options />);
