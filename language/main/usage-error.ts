/** The command was given something it cannot work with: exit code 2 and one line, no stack. */
export class UsageError extends Error {}
