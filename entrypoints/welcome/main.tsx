import { showPage } from '../../components/app/show-page.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';

showPage('/welcome.html', <Welcome />);
