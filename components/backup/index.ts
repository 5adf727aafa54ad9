export { BackupSection } from './BackupSection.tsx';
export { downloadBackup } from './download-backup.ts';
