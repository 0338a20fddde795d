/** How long a deleted article can be put back from the bin. */
export const BIN_DAYS = 30;
