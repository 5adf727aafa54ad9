import { showPage } from '../../components/shared/show-page.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';

showPage('/welcome.html', <Welcome />);
