import { Help } from '../../components/help/Help.tsx';
import { showPage } from '../../components/shared/show-page.tsx';

showPage('/help.html', <Help />);
