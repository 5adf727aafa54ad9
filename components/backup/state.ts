export const downloadBackup = async (_: string): Promise<void> => undefined;
