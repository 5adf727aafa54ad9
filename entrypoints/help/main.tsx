import { showPage } from '../../components/app/show-page.tsx';
import { Help } from '../../components/help/Help.tsx';

showPage('/help.html', <Help />);
