/** The three pipes between the window and the main process. They list no calls. */
export const CALL_CHANNEL = 'lectern:call';
export const UPLOAD_CHANNEL = 'lectern:upload';
export const EVENT_CHANNEL = 'lectern:event';
