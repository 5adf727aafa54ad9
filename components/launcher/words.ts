/** The words outside the panel: the catalogue is too large for a content script. */
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
