import { showPage } from '../../components/not-here.tsx';
import { Options } from '../../components/options/Options.tsx';

showPage('/options.html', <Options />);
