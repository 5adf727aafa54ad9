import { showPage } from '../../components/not-here.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';

showPage('/welcome.html', <Welcome />);
