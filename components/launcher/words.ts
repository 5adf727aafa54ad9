/** The few words outside the panel: a content script carries no catalogue. */
export const da = {
  launcher: 'Dinero-synkronisering',
  close: 'Luk panelet',
  move: 'Flyt panelet',
  width: 'Panelets bredde',
};

export const en: typeof da = {
  launcher: 'Dinero synchronisation',
  close: 'Close the panel',
  move: 'Move the panel',
  width: 'Width of the panel',
};
