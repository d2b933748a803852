/** Version of the report's JSON; the first number changes when a reader of the old form would misread the new one. */
export const reportVersion = '1.2';
