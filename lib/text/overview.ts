export const da = {};

export const en: typeof da = {};
