/** How exported notes are arranged: as they come in the text, or under the tags they carry. */
export type Arrangement = 'in-order' | 'by-tag';
