/** What the parts say that every screen shares. */
export const chromeMessages = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  notices: 'Messages',
};
