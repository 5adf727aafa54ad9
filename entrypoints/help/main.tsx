import { Help } from '../../components/help/Help.tsx';
import { showPage } from '../../components/not-here.tsx';

showPage('/help.html', <Help />);
