import { startPanel } from '../../components/panel/start.tsx';

startPanel();
